package uz.chorsu.sim.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Invents names that nobody bears: ordinary Uzbek words put together as street names are.
final class Names {
  private static final List<String> HOW =
      words(
          "Yangi Eski Katta Kichik Oq Koʻk Yashil Qizil Oltin Kumush Nurli Shirin Baland Keng Tinch"
              + " Obod Ozod Goʻzal Yorqin Sokin Moviy Zumrad Lojuvard Fayzli Saxiy Mehrli Quvnoq"
              + " Serquyosh Salqin Xushmanzara Qadimiy Yuqori Quyi Oʻrta Toʻrt Yetti Qoʻsh Uzun"
              + " Toza Gullagan Bahoriy Kuzgi Tonggi Sharqiy Gʻarbiy Janubiy Shimoliy");

  private static final List<String> WHAT =
      words(
          "Bogʻ Chinor Terak Buloq Soy Ariq Koʻprik Tepa Dala Darvoza Minor Hovuz Anor Olma Oʻrik"
              + " Shaftoli Uzum Yongʻoq Bodom Tut Majnuntol Archa Lola Rayhon Atirgul Nargis"
              + " Binafsha Bulbul Qaldirgʻoch Laylak Kabutar Lochin Burgut Yulduz Quyosh Tong"
              + " Shabnam Kamalak Daryo Vodiy Saroy Rabot Karvon Chorbogʻ Gulzor Bodomzor Olmazor"
              + " Anorzor Uzumzor Gilos Nok Behi Jiyda Sarv Qayin Zaytun Yalpiz Nilufar Gulxan"
              + " Mashʼal Chashma Sharshara Toʻqay Oʻtloq Yaylov Qirgʻoq Orol Qoʻrgʻon Rasadxona"
              + " Kutubxona Naqsh Ganch Atlas Adras Ipak Paxta Gilam Sopol Zar");

  private static final List<String> CRAFT =
      words(
          "Misgarlik Zargarlik Kulolchilik Duradgorlik Temirchilik Gilamchilik Toʻquvchilik"
              + " Bogʻbonlik Novvoylik Pichoqchilik Egarchilik Kosibchilik Degrezlik Qandolatchilik"
              + " Naqqoshlik Oʻymakorlik Sarrojlik Boʻyoqchilik Doʻppichilik Beshikchilik"
              + " Suvchilar Meʼmorlar Shoirlar Hofizlar Baxshilar Olimlar Tabiblar Muallimlar"
              + " Quruvchilar Temiryoʻlchilar Sayyohlar Karvonboshilar");

  private static final List<String> VIRTUE =
      words(
          "Doʻstlik Baxt Umid Mehr Adolat Tinchlik Hamjihatlik Saodat Farovonlik Ezgulik"
              + " Marhamat Sadoqat Vafo Orzu Istiqbol Taraqqiyot Bunyodkor Mehnatobod Gulobod"
              + " Nurobod Xayrobod Bahorobod Ziyo Maʼrifat Navroʻz Hosil Barakat Kamolot Yoshlik"
              + " Shodlik Ravnaq Yuksalish Parvoz Oydin Nafosat Sahovat Qadriyat");

  private final List<String> unused = new ArrayList<>();
  private final List<String> unusedMahallas = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private final Dice dice;

  Names(Dice dice) {
    this.dice = dice;
    for (String how : HOW) {
      for (String what : WHAT) {
        unused.add(how + " " + what);
      }
      CRAFT.forEach(craft -> unused.add(how + " " + craft));
      VIRTUE.forEach(virtue -> unused.add(how + " " + virtue));
    }
    unused.addAll(WHAT);
    unused.addAll(CRAFT);
    dice.shuffle(unused);
    unusedMahallas.addAll(VIRTUE);
    for (String virtue : VIRTUE) {
      for (String what : List.of("Yangi", "Katta", "Yuqori", "Quyi")) {
        unusedMahallas.add(what + " " + virtue);
      }
    }
    // The short ones first: a small city has the plain names.
    List<String> plain = new ArrayList<>(unusedMahallas.subList(0, VIRTUE.size()));
    dice.shuffle(plain);
    List<String> longer = unusedMahallas.subList(VIRTUE.size(), unusedMahallas.size());
    List<String> mixed = new ArrayList<>(longer);
    dice.shuffle(mixed);
    unusedMahallas.clear();
    unusedMahallas.addAll(mixed.reversed());
    unusedMahallas.addAll(plain);
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  /// A proper name that no other street has.
  String proper() {
    if (unused.isEmpty()) {
      // A very large city: the words are used up, numbers are not.
      String first = dice.oneOf(WHAT);
      int number = 2;
      while (!used.add(first + " " + number)) {
        number++;
      }
      return first + " " + number;
    }
    return unused.removeLast();
  }

  String mahalla() {
    return unusedMahallas.isEmpty() ? proper() : unusedMahallas.removeLast();
  }

  Name avenue(String proper) {
    return new Name(
        proper + " shoh koʻchasi",
        "проспект " + Spelling.russian(proper),
        Spelling.english(proper) + " Avenue");
  }

  Name street(String proper) {
    return new Name(
        proper + " koʻchasi",
        "улица " + Spelling.russian(proper),
        Spelling.english(proper) + " Street");
  }

  /// The numbered side lane of a street.
  Name lane(String proper, int number) {
    return new Name(
        proper + " " + number + "-tor koʻchasi",
        number + "-й проезд " + Spelling.russian(proper),
        Spelling.english(proper) + " Lane " + number);
  }

  /// The numbered dead end of a street.
  Name deadEnd(String proper, int number) {
    return new Name(
        proper + " " + number + "-berk koʻchasi",
        number + "-й тупик " + Spelling.russian(proper),
        Spelling.english(proper) + " Dead End " + number);
  }
}
