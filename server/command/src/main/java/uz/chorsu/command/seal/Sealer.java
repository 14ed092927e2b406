package uz.chorsu.command.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals personal text with AES-256-GCM (NIST SP 800-38D): a random nonce of 96 bits for each
/// value, a tag of 128 bits, and table, row, field and key id as associated data, so that a value
/// moved elsewhere does not open. Safe for many threads.
///
/// A sealed value is one byte of format (1), four bytes of key id, the nonce, then ciphertext and
/// tag. A random nonce is sound for 2^32 values of one key; [#rotate()] begins a new one.
public final class Sealer {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + Integer.BYTES + NONCE_BYTES;

  private final KeyFile keys;
  private final SecureRandom random;

  private Sealer(KeyFile keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /// Reads the key file, or makes it on the first start.
  ///
  /// @param keyFile readable by its owner only; keep it apart from the database and its backups
  /// @throws UnusableKeys if it cannot be read or written
  public static Sealer open(Path keyFile) {
    SecureRandom random = new SecureRandom();
    return new Sealer(KeyFile.open(keyFile, random), random);
  }

  public byte[] seal(Subject subject, String text) {
    int id = keys.currentId();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.find(id).orElseThrow(), nonce, id, subject);
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
          .put(FORMAT)
          .putInt(id)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      // The message of a cipher never holds the text.
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /// Never throws for a bad value or key: an incident stays usable without its words.
  public Opened open(Subject subject, byte[] sealed) {
    if (sealed.length < HEAD_BYTES + TAG_BITS / 8 || sealed[0] != FORMAT) {
      return new Opened.Unreadable("damaged");
    }
    ByteBuffer bytes = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    int id = bytes.getInt();
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    SecretKey key = keys.find(id).orElse(null);
    if (key == null) {
      return new Opened.Unreadable("key " + KeyFile.name(id) + " is not in the key file");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, id, subject);
      byte[] text = cipher.doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
      return new Opened.Words(new String(text, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      return new Opened.Unreadable("damaged, or key " + KeyFile.name(id) + " is not the true one");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /// Begins a new key; older ones stay for reading until they are taken out of the file.
  public void rotate() {
    keys.add(random);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, int keyId, Subject subject)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    String about =
        String.join(
            "\n",
            subject.table(),
            subject.rowId().toString(),
            subject.field(),
            KeyFile.name(keyId));
    cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
