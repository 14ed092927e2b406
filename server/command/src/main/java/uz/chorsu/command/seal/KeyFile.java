package uz.chorsu.command.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys, one a line: `ID BASE64`, the newest last. Lines with `#` are comments. An id is
/// random, so that a file made anew never claims to be the one that was lost.
final class KeyFile {
  private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final String HEAD =
      """
      # Chorsu's keys for personal text. Whoever has this file and the database can read the text;
      # without it nobody can. Keep a copy apart from the backups of the database.
      # To destroy what was sealed with a key, take its line out of every copy of this file.
      """;

  private final Path file;
  private volatile Keys keys;

  /// @param current the id that new values get
  private record Keys(Map<Integer, SecretKey> byId, int current) {}

  private KeyFile(Path file, Keys keys) {
    this.file = file;
    this.keys = keys;
  }

  static KeyFile open(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        log.info("Making a new file of keys for personal text: {}", file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        write(file, HEAD + line(newId(random), newKey(random)));
      }
      closeToOthers(file);
      KeyFile opened = new KeyFile(file, read(file, random));
      if (opened.keys.byId().isEmpty()) {
        opened.add(random);
      }
      return opened;
    } catch (IOException e) {
      throw new UnusableKeys(
          "The file of keys for personal text, " + file + ", cannot be used: " + e.getMessage(), e);
    }
  }

  int currentId() {
    return keys.current();
  }

  Optional<SecretKey> find(int id) {
    return Optional.ofNullable(keys.byId().get(id));
  }

  /// Adds a key, which is then the current one.
  synchronized void add(SecureRandom random) {
    try {
      String before = Files.readString(file);
      String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
      write(file, before + gap + line(newId(random), newKey(random)));
      keys = read(file, random);
    } catch (IOException e) {
      throw new UnusableKeys("No key can be added to " + file + ": " + e.getMessage(), e);
    }
  }

  static String name(int id) {
    return HexFormat.of().toHexDigits(id);
  }

  private static int newId(SecureRandom random) {
    return random.nextInt();
  }

  private static byte[] newKey(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  private static String line(int id, byte[] key) {
    return name(id) + " " + Base64.getEncoder().encodeToString(key) + "\n";
  }

  private static Keys read(Path file, SecureRandom random) throws IOException {
    Map<Integer, SecretKey> byId = new LinkedHashMap<>();
    int current = random.nextInt();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split(" ", -1);
      try {
        byte[] key = Base64.getDecoder().decode(words[words.length - 1]);
        if (words.length != 2 || key.length != KEY_BYTES) {
          throw new IllegalArgumentException("not a key");
        }
        current = HexFormat.fromHexDigits(words[0]);
        byId.put(current, new SecretKeySpec(key, "AES"));
      } catch (IllegalArgumentException e) {
        // The line itself may hold most of a key, so only its number is told.
        log.error("Line {} of {} is not a key; what it sealed shows as unreadable", number, file);
      }
    }
    return new Keys(byId, current);
  }

  private static void closeToOthers(Path file) throws IOException {
    if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
      log.warn("Others could read {}; now only its owner can", file);
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    Files.createFile(half, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.UTF_8.encode(text));
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
