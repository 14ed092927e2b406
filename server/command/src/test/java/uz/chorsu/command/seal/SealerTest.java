package uz.chorsu.command.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.chorsu.command.seal.Opened.Unreadable;
import uz.chorsu.command.seal.Opened.Words;

/// Personal text under lock.
class SealerTest {
  private static final UUID ROW = new UUID(1, 2);
  private static final Subject PHONE = new Subject("call", ROW, "phone");

  @TempDir Path folder;

  @Test
  void opensWhatItSealedAndNothingElse() {
    Sealer sealer = Sealer.open(folder.resolve("keys"));
    byte[] sealed = sealer.seal(PHONE, "+998 90 123-45-67 Ҳамза");
    assertThat(sealer.open(PHONE, sealed)).isEqualTo(new Words("+998 90 123-45-67 Ҳамза"));
    for (Subject other :
        List.of(
            new Subject("note", ROW, "phone"),
            new Subject("call", new UUID(1, 3), "phone"),
            new Subject("call", ROW, "caller"))) {
      assertThat(sealer.open(other, sealed)).isInstanceOf(Unreadable.class);
    }
    assertThat(sealer.seal(PHONE, "x")).isNotEqualTo(sealer.seal(PHONE, "x"));
  }

  @Test
  void everyFlippedBitIsFound() {
    Sealer sealer = Sealer.open(folder.resolve("keys"));
    byte[] sealed = sealer.seal(PHONE, "101");
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] bent = sealed.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(sealer.open(PHONE, bent)).as("bit %d", bit).isInstanceOf(Unreadable.class);
    }
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      assertThat(sealer.open(PHONE, noise)).as("seed %d", seed).isInstanceOf(Unreadable.class);
    }
  }

  @Test
  void onlyTheOwnerCanReadTheKeys() throws IOException {
    Path file = folder.resolve("below/keys");
    Sealer.open(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Sealer.open(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aNewKeyLeavesTheOldOneForReadingUntilItIsDestroyed() throws IOException {
    Path file = folder.resolve("keys");
    Sealer sealer = Sealer.open(file);
    byte[] old = sealer.seal(PHONE, "old");
    sealer.rotate();
    byte[] young = sealer.seal(PHONE, "young");
    assertThat(Sealer.open(file).open(PHONE, old)).isEqualTo(new Words("old"));

    List<String> lines = Files.readAllLines(file);
    lines.remove(lines.size() - 2);
    Files.write(file, lines);
    Sealer after = Sealer.open(file);
    assertThat(after.open(PHONE, young)).isEqualTo(new Words("young"));
    assertThat(after.open(PHONE, old).shown())
        .startsWith("[unreadable: key ")
        .endsWith(" is not in the key file]");
  }

  @Test
  void aLostOrBrokenFileDoesNotStopTheDesk() throws IOException {
    Path file = folder.resolve("keys");
    byte[] sealed = Sealer.open(file).seal(PHONE, "lost");
    Files.delete(file);
    assertThat(Sealer.open(file).open(PHONE, sealed)).isInstanceOf(Unreadable.class);

    Files.writeString(file, "zz not-a-key\n");
    Sealer broken = Sealer.open(file);
    assertThat(broken.open(PHONE, broken.seal(PHONE, "new"))).isEqualTo(new Words("new"));
    assertThat(Files.readString(file)).startsWith("zz not-a-key\n");
  }

  @Test
  void wordsStayOutOfLogs() {
    assertThat(new Words("secret").toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "+998901234567, +998 ••• •• 67",
    "+998 (90) 123-45-67, +998 ••• •• 67",
    "+7 701 234 56 78, +7 ••• •• 78",
    "+1 614 555 0123, +1 ••• •• 23",
    "+49 30 1234567, +49 ••• •• 67",
    "90 123 45 67, ••• •• 67",
    "101, •••",
    "abc, •••"
  })
  void aMaskShowsTheCountryAndTwoDigits(String phone, String mask) {
    assertThat(PhoneMask.mask(new Words(phone))).isEqualTo(mask);
    assertThat(PhoneMask.mask(new Unreadable("lost"))).isEqualTo("•••");
  }
}
