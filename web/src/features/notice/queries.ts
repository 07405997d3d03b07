import { queryOptions } from '@tanstack/react-query';
import { getContact, getMyContact, listDevices } from '@/api';

export const myContactQuery = queryOptions({
  queryKey: ['me', 'contact'],
  queryFn: () => getMyContact(),
  staleTime: Number.POSITIVE_INFINITY,
});

export const devicesQuery = queryOptions({ queryKey: ['me', 'devices'], queryFn: () => listDevices() });

/** Somebody else's. Every look is in the audit, so one look is one question. */
export const contactQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', person, 'contact'],
    queryFn: () => getContact(person),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
