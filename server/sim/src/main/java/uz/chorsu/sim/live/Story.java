package uz.chorsu.sim.live;

import java.util.List;
import java.util.Map;

/// What callers say, by incident type. Invented; in the three languages of the desk.
final class Story {
  private static final Map<String, List<String>> SAID =
      Map.of(
          "FIRE",
          List.of(
              "Oshxonadan tutun chiqyapti, hamma tashqariga chiqdi",
              "Горит мусорный контейнер рядом с машинами",
              "Smoke from the roof of a shop, nobody seen inside",
              "Uchinchi qavatda balkon yonmoqda",
              "Сильный запах гари в подъезде"),
          "MEDICAL",
          List.of(
              "Otamning ko‘kragi og‘riyapti, nafas olishi qiyin",
              "Женщина упала на лестнице, сильная боль в ноге",
              "A child has a high fever and a rash",
              "Yo‘lovchi hushini yo‘qotdi, nafas olyapti",
              "Мужчина без сознания на остановке",
              "Homilador ayol, to‘lg‘oq boshlandi"),
          "POLICE",
          List.of(
              "Do‘kon oynasi sindirilgan, ichkarida kimdir bor",
              "Громкая ссора у соседей, слышны крики",
              "A bag was taken from a car, two young men ran away",
              "Hovlida notanish mashina kun bo‘yi turibdi",
              "Драка возле кафе, человек пять"),
          "GAS",
          List.of(
              "Podyezdda gaz hidi bor",
              "Запах газа на кухне, кран закрыт",
              "A hissing sound from the gas pipe in the yard"),
          "TRAFFIC",
          List.of(
              "Ikki mashina to‘qnashdi, bittasida odam bor",
              "ДТП на перекрёстке, мотоциклист лежит",
              "A lorry has lost its load and blocks two lanes",
              "Avtobus bekatga urildi, jarohatlanganlar bor"),
          "HAZARD",
          List.of(
              "Daraxt simlar ustiga qulagan",
              "Открытый люк на тротуаре",
              "A wall leans over the pavement"),
          "UNKNOWN",
          List.of("Aloqa yomon, tushunib bo‘lmadi", "Вызов прервался", "Caller very upset"));

  private static final List<String> TYPES_BY_WEIGHT =
      List.of(
          "MEDICAL MEDICAL MEDICAL MEDICAL MEDICAL MEDICAL MEDICAL MEDICAL MEDICAL",
          "POLICE POLICE POLICE POLICE POLICE",
          "TRAFFIC TRAFFIC TRAFFIC",
          "FIRE FIRE",
          "GAS HAZARD UNKNOWN");
  private static final List<String> TYPES =
      TYPES_BY_WEIGHT.stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();

  /// Share of a day's calls in each hour, times 24: few at four in the morning, most at seven in
  /// the evening. The shape of the public 911 counts of many cities.
  private static final double[] BY_HOUR = {
    0.60, 0.50, 0.42, 0.38, 0.36, 0.42, 0.58, 0.82, 1.02, 1.10, 1.15, 1.20,
    1.22, 1.20, 1.20, 1.24, 1.32, 1.40, 1.42, 1.45, 1.35, 1.18, 1.00, 0.80
  };

  private Story() {}

  static String type(Pace pace) {
    return TYPES.get(pace.below(TYPES.size()));
  }

  static String said(String typeCode, Pace pace) {
    List<String> lines = SAID.getOrDefault(typeCode, List.of("Yordam kerak"));
    return lines.get(pace.below(lines.size()));
  }

  /// A phone number that nobody has: the exchange 00 is not given out.
  static String phone(Pace pace) {
    return String.format(
        "+998 %d 000 %02d %02d", 90 + pace.below(9), pace.below(100), pace.below(100));
  }

  /// How busy an hour of the day is; 1 is the mean.
  static double busy(int hour) {
    return BY_HOUR[hour];
  }
}
