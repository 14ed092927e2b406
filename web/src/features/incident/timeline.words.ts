import { defineWords } from '../../i18n/words';

export const timelineWords = defineWords({
  en: {
    dispatched: '{callSign} dispatched',
    step: '{callSign}: {step}',
    benchmark: 'Benchmark: {name}',
    closed: 'Closed: {disposition}',
    emergency: 'Crew emergency: {callSign}',
    partAdded: '{agency} brought in',
    callTaken: 'Call taken',
    callEdited: 'More facts from the call',
  },
  ru: {
    dispatched: 'Направлен {callSign}',
    step: '{callSign}: {step}',
    benchmark: 'Отметка: {name}',
    closed: 'Закрыто: {disposition}',
    emergency: 'Тревога экипажа: {callSign}',
    partAdded: 'Привлечена служба: {agency}',
    callTaken: 'Принят вызов',
    callEdited: 'Вызов дополнен',
  },
  uz: {
    dispatched: '{callSign} yuborildi',
    step: '{callSign}: {step}',
    benchmark: 'Belgi: {name}',
    closed: 'Yopildi: {disposition}',
    emergency: 'Ekipaj xavf ostida: {callSign}',
    partAdded: 'Jalb qilindi: {agency}',
    callTaken: 'Qoʻngʻiroq qabul qilindi',
    callEdited: 'Qoʻngʻiroq toʻldirildi',
  },
});
