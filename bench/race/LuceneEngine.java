// SPDX-License-Identifier: GPL-3.0-or-later
// Lucene's ArabicAnalyzer with BM25 as a contestant of bench/run: texts are stored, snippets are cut.

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.MMapDirectory;

/** `index DIR CORPUS…` builds an index, `answer DIR` answers questions on standard input (question_lines.hpp). */
public final class LuceneEngine {
  private static final ArabicAnalyzer ANALYZER = new ArabicAnalyzer();
  private static final int SNIPPET_CHARS = 240;

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[1]);
    if (arguments[0].equals("index")) {
      index(directory, List.of(arguments).subList(2, arguments.length));
    } else {
      answer(directory);
    }
  }

  private static void index(Path directory, List<String> corpora) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(new MMapDirectory(directory), config)) {
      for (String corpus : corpora)
        try (BufferedReader lines = Files.newBufferedReader(Path.of(corpus), StandardCharsets.UTF_8)) {
          for (String line = lines.readLine(); line != null; line = lines.readLine())
            writer.addDocument(document(JsonParser.parseString(line).getAsJsonObject()));
        }
    }
  }

  private static String field(JsonObject record, String name) {
    return record.has(name) && record.get(name).isJsonPrimitive() ? record.get(name).getAsString() : "";
  }

  private static Document document(JsonObject record) {
    String date = field(record, "date");
    String digits = date.length() >= 10 ? date.substring(0, 10).replaceAll("[^0-9]", "") : "";
    Document document = new Document();
    document.add(new TextField("text", field(record, "title") + "\n" + field(record, "text"), Field.Store.YES));
    document.add(new NumericDocValuesField("date", digits.isEmpty() ? 0 : Long.parseLong(digits)));
    document.add(new StringField("year", date.length() >= 4 ? date.substring(0, 4) : "", Field.Store.NO));
    return document;
  }

  private static List<String> terms(String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(term.toString());
      stream.end();
    }
    return terms;
  }

  private static Query query(String kind, String year, List<String> terms) {
    if (kind.equals("newest_everything")) return new MatchAllDocsQuery();
    if (kind.equals("phrase")) return new PhraseQuery("text", terms.toArray(new String[0]));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    BooleanClause.Occur occur = kind.equals("any") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
    for (String term : terms) query.add(new TermQuery(new Term("text", term)), occur);
    if (kind.equals("filtered")) query.add(new TermQuery(new Term("year", year)), BooleanClause.Occur.FILTER);
    return query.build();
  }

  private static int page(IndexSearcher searcher, String kind, String year, String words) throws IOException {
    List<String> terms = terms(words);
    Query query = query(kind, year, terms);
    TopDocs found = kind.startsWith("newest") || kind.equals("oldest")
        ? searcher.search(query, 10, new Sort(new SortField("date", SortField.Type.LONG, !kind.equals("oldest"))))
        : kind.equals("faceted") ? withYears(searcher, query) : searcher.search(query, 10);
    int shown = 0;
    for (ScoreDoc hit : found.scoreDocs) shown += snippet(searcher.doc(hit.doc).get("text"), terms).isEmpty() ? 0 : 1;
    return shown;
  }

  /** The best ten, and how many matches there are of each year. */
  private static TopDocs withYears(IndexSearcher searcher, Query query) throws IOException {
    TopScoreDocCollector best = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
    Map<Long, Integer> years = new TreeMap<>();
    searcher.search(query, MultiCollector.wrap(best, new SimpleCollector() {
      private NumericDocValues dates;

      @Override
      protected void doSetNextReader(LeafReaderContext context) throws IOException {
        dates = DocValues.getNumeric(context.reader(), "date");
      }

      @Override
      public void collect(int document) throws IOException {
        if (dates.advanceExact(document)) years.merge(dates.longValue() / 10_000, 1, Integer::sum);
      }

      @Override
      public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
      }
    }));
    return best.topDocs();
  }

  /** The surroundings of the first word of the query: the least that a page needs. */
  private static String snippet(String text, List<String> terms) throws IOException {
    for (String term : terms) {
      int at = text.indexOf(term);
      if (at >= 0) return text.substring(Math.max(0, at - SNIPPET_CHARS / 2), Math.min(text.length(), at + SNIPPET_CHARS / 2));
    }
    return text.substring(0, Math.min(text.length(), SNIPPET_CHARS));
  }

  private static void answer(Path directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(directory));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", -1);
        long begin = System.nanoTime();
        int shown = page(searcher, columns[1], columns[2], columns[3]);
        System.out.println((System.nanoTime() - begin) / 1e6 + "\t" + shown);
        System.out.flush();
      }
    }
  }
}
