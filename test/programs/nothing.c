/* Ends at once: what a storm starts, so that the cost measured is the start's. */
int main(void)
{
	return 0;
}
