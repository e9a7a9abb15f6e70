/** 1536 → `1.5 KB`. Powers of 1024, as `ls -h` and `free -h` count. */
export function formatBytes(sizeBytes: number): string {
  let size = sizeBytes;
  for (const unit of ['B', 'KB', 'MB', 'GB']) {
    if (Math.abs(size) < 1024) return `${unit === 'B' ? size : size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
    size /= 1024;
  }
  return `${size.toFixed(1)} TB`;
}
