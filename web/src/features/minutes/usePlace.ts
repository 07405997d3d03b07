import { useTranslation } from 'react-i18next';
import type { Minutes } from '@/api';
import { WHOLE } from './parts.ts';

/** Says in words where in the minutes something is: an element, a field, or a part of an item. */
export function usePlace(minutes: Minutes): (about: string) => string {
  const { t, i18n } = useTranslation();
  return (about) => {
    const [kind = '', item = ''] = about.split('/');
    if (kind === 'element') {
      const element = minutes.elements.find((one) => one.element === item);
      return (i18n.language.startsWith('en') ? element?.en : element?.ko) ?? about;
    }
    const field = t(`minutes.field.${kind}` as 'minutes.field.name');
    if (item === '') return field;
    const title = item === WHOLE ? t('minutes.whole') : minutes.items.find((one) => one.key === item)?.title;
    return `${title ?? ''} · ${field}`;
  };
}
