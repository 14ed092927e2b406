package uz.chorsu.roads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/// Writes the search index of a city. Names are folded here, so Lucene only splits at spaces.
final class SearchIndexWriter implements AutoCloseable {
  static final String WORDS = "words";
  static final String NUMBER = "number";
  static final String KIND = "kind";
  static final String PLACE = "place";
  static final String LABEL = "label";
  static final String CATEGORY = "category";
  static final String NAMES = "names";

  /// The folded words of the names, laid out as {@link #NAMES}, so that no query folds them again.
  static final String FOLDED = "folded";

  static final String LAT = "lat";
  static final String LON = "lon";

  /// Between names, and twice between the two streets of a crossing.
  static final String SEPARATOR = "\u001f";

  private final FSDirectory directory;
  private final IndexWriter writer;

  SearchIndexWriter(Path folder) {
    LibraryLogs.quiet();
    try {
      directory = FSDirectory.open(folder);
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(new WhitespaceAnalyzer())
                  .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                  .setRAMBufferSizeMB(24));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(PlaceCollector.Entry entry) {
    var document = new Document();
    document.add(new TextField(WORDS, String.join(" ", words(entry)), Field.Store.NO));
    document.add(new StringField(KIND, entry.kind().name(), Field.Store.YES));
    if (!entry.houseNumber().isEmpty()) {
      String number = Skeleton.number(entry.houseNumber());
      document.add(new StringField(NUMBER, number, Field.Store.YES));
    }
    document.add(new LatLonPoint(PLACE, entry.point().lat(), entry.point().lon()));
    document.add(new LatLonDocValuesField(PLACE, entry.point().lat(), entry.point().lon()));
    document.add(new StoredField(LAT, entry.point().lat()));
    document.add(new StoredField(LON, entry.point().lon()));
    document.add(new StoredField(LABEL, entry.label()));
    document.add(new StoredField(CATEGORY, entry.category()));
    document.add(new StoredField(NAMES, joined(entry, name -> name)));
    document.add(
        new StoredField(FOLDED, joined(entry, name -> String.join(" ", Skeleton.words(name)))));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(PlaceCollector.Entry entry, UnaryOperator<String> form) {
    var groups = new ArrayList<String>();
    for (List<String> group : entry.nameGroups()) {
      groups.add(String.join(SEPARATOR, group.stream().map(form).toList()));
    }
    return String.join(SEPARATOR + SEPARATOR, groups);
  }

  /// Each word once, and neighbouring words as one, for those who write "Amirtemur".
  private static Set<String> words(PlaceCollector.Entry entry) {
    var words = new LinkedHashSet<String>();
    for (List<String> group : entry.nameGroups()) {
      for (String name : group) {
        List<String> folded = Skeleton.words(name);
        words.addAll(folded);
        for (int i = 1; i < folded.size(); i++) {
          words.add(folded.get(i - 1) + folded.get(i));
        }
      }
    }
    return words;
  }

  @Override
  public void close() {
    try {
      writer.forceMerge(1);
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
