import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { listPeople, listPosts, listUnits } from '@/api';

export const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: () => listUnits() });
export const postsQuery = queryOptions({ queryKey: ['posts'], queryFn: () => listPosts() });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => listPeople() });

/** What is called or held differently shows in all three lists, and on one's own plate. */
export async function refreshPosts(queries: QueryClient): Promise<void> {
  await Promise.all(['units', 'posts', 'people', 'me'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
