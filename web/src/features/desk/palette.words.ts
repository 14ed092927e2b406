import { defineWords } from '../../i18n/words';

export const paletteWords = defineWords({
  en: {
    title: 'Find anything',
    hint: 'Incident, unit, address or action',
    nothing: 'Nothing found',
    theme: 'Switch light and dark colours',
    reload: 'Try the connection now',
    whole: 'Show the whole city',
    closed: 'Search closed incidents: {q}',
  },
  ru: {
    title: 'Найти что угодно',
    hint: 'Происшествие, экипаж, адрес или действие',
    nothing: 'Ничего не найдено',
    theme: 'Сменить светлые и тёмные цвета',
    reload: 'Проверить связь сейчас',
    whole: 'Показать весь город',
    closed: 'Искать в закрытых: {q}',
  },
  uz: {
    title: 'Istalgan narsani topish',
    hint: 'Hodisa, ekipaj, manzil yoki amal',
    nothing: 'Hech narsa topilmadi',
    theme: 'Yorugʻ va toʻq ranglarni almashtirish',
    reload: 'Aloqani hozir tekshirish',
    whole: 'Butun shaharni koʻrsatish',
    closed: 'Yopilgan hodisalardan qidirish: {q}',
  },
});
