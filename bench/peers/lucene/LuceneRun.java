// SPDX-License-Identifier: GPL-3.0-or-later
// Lucene's ArabicAnalyzer with BM25 as a peer: indexes a collection and writes a TREC run.

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** Arguments: docs.jsonl, an index directory, k1, b, the boost of a title field (0: title and text are one field), then queries.tsv and run file, any number of pairs. */
public final class LuceneRun {
  public static void main(String[] arguments) throws IOException {
    Path index = Path.of(arguments[1]);
    float k1 = Float.parseFloat(arguments[2]);
    float b = Float.parseFloat(arguments[3]);
    float titleBoost = Float.parseFloat(arguments[4]);
    BM25Similarity similarity = new BM25Similarity(k1, b);
    ArabicAnalyzer analyzer = new ArabicAnalyzer();
    try (Directory directory = new MMapDirectory(index)) {
      write(Path.of(arguments[0]), directory, analyzer, similarity, titleBoost > 0);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        for (int at = 5; at + 1 < arguments.length; at += 2)
          answer(searcher, analyzer, titleBoost, Path.of(arguments[at]), Path.of(arguments[at + 1]));
      }
    }
  }

  private static void write(Path docs, Directory directory, ArabicAnalyzer analyzer, BM25Similarity similarity,
      boolean titleApart) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setSimilarity(similarity);
    try (IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader lines = Files.newBufferedReader(docs, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonObject record = JsonParser.parseString(line).getAsJsonObject();
        String title = record.has("title") ? record.get("title").getAsString() : "";
        String text = record.has("text") ? record.get("text").getAsString() : "";
        Document document = new Document();
        document.add(new StringField("id", record.get("id").getAsString(), Field.Store.YES));
        if (titleApart) document.add(new TextField("title", title, Field.Store.NO));
        document.add(new TextField("text", titleApart ? text : title + "\n" + text, Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static List<String> words(ArabicAnalyzer analyzer, String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) words.add(term.toString());
      stream.end();
    }
    return words;
  }

  private static void answer(IndexSearcher searcher, ArabicAnalyzer analyzer, float titleBoost, Path queries,
      Path run) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(queries, StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(run.toFile(), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab < 0) continue;
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words(analyzer, line.substring(tab + 1))) {
          query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
          if (titleBoost > 0)
            query.add(new BoostQuery(new TermQuery(new Term("title", word)), titleBoost), BooleanClause.Occur.SHOULD);
        }
        int rank = 0;
        for (ScoreDoc hit : searcher.search(query.build(), 100).scoreDocs)
          out.printf("%s Q0 %s %d %.6f lucene%n", line.substring(0, tab), searcher.doc(hit.doc).get("id"), ++rank, hit.score);
      }
    }
  }
}
