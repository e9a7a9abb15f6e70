import type { EmptyProps } from '../states/empty.tsx';

/** What others than admins see where only admins may look. */
export const onlyAdmins: EmptyProps = {
  title: 'Only admins see this',
  why: 'Your role does not allow it. Ask an admin of this server to do it or to change your role.',
};
