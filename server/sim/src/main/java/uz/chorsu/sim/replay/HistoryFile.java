package uz.chorsu.sim.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A CSV file with a header (RFC 4180, UTF-8), read row by row. Bytes that are not UTF-8 become
/// U+FFFD, so that a row with a wrong encoding can be named and the rest goes on.
final class HistoryFile implements AutoCloseable {
  /// The longest value that is taken, in characters.
  static final int LONGEST_VALUE = 4_000;

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;
  private final Map<String, Integer> index = new HashMap<>();

  /// One row.
  ///
  /// @param line the number of the row's first line in the file; the header is line 1
  record Row(long line, List<String> values) {
    /// Whether the file's encoding is broken in this row.
    boolean garbled() {
      return values.stream().anyMatch(value -> value.indexOf('\uFFFD') >= 0);
    }
  }

  private HistoryFile(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
    if (!records.hasNext()) {
      throw new NotAHistory("the file is empty");
    }
    CSVRecord header = records.next();
    columns = new ArrayList<>();
    header.forEach(name -> columns.add(name.strip().replace("\uFEFF", "")));
    for (int i = 0; i < columns.size(); i++) {
      index.putIfAbsent(columns.get(i), i);
    }
  }

  /// @throws NotAHistory with a sentence for a person, if the file cannot be read at all
  static HistoryFile open(Path file) {
    try {
      Reader reader =
          new InputStreamReader(
              Files.newInputStream(file),
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPLACE)
                  .onUnmappableCharacter(CodingErrorAction.REPLACE));
      return new HistoryFile(CSVParser.parse(reader, CSVFormat.RFC4180));
    } catch (IOException e) {
      throw new NotAHistory(file + " cannot be read: " + e.getMessage());
    }
  }

  /// SHA-256 of the file as hex: the same file is the same history.
  static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digested =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (IOException e) {
      throw new NotAHistory(file + " cannot be read: " + e.getMessage());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  List<String> columns() {
    return columns;
  }

  /// @throws NotAHistory naming the first column that is missing
  void require(List<String> names) {
    for (String name : names) {
      if (!index.containsKey(name)) {
        throw new NotAHistory("the column \"" + name + "\" is missing");
      }
    }
  }

  /// The value of a column, empty if the row is too short.
  String value(Row row, String column) {
    int at = index.getOrDefault(column, Integer.MAX_VALUE);
    return at < row.values().size() ? row.values().get(at).strip() : "";
  }

  /// The next row; empty at the end.
  ///
  /// @throws NotAHistory if the rest of the file is not CSV
  Optional<Row> next() {
    try {
      long line = parser.getCurrentLineNumber() + 1;
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CSVRecord record = records.next();
      return Optional.of(new Row(line, record.toList()));
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new NotAHistory(
          "not CSV after line " + parser.getCurrentLineNumber() + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
