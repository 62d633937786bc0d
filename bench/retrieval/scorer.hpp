// SPDX-License-Identifier: GPL-3.0-or-later
// Search quality as numbers: scores of a run against judgments, and how sure they are.
#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fihrist::bench {

/// query -> document -> relevance; above 0 is relevant.
using Judgments = std::map<std::string, std::map<std::string, int>>;
/// query -> documents, best first.
using Run = std::map<std::string, std::vector<std::string>>;

/// `qid TAB docid TAB relevance` lines. Throws std::runtime_error with the line's number.
Judgments read_judgments(std::istream& in);
/// The ids of `qid TAB text` lines.
std::set<std::string> read_query_ids(std::istream& in);
/// TREC run lines, `qid Q0 docid rank score tag`, ordered by falling score, then by the order of the file:
/// what trec_eval does with ranks (it ignores them). Throws std::runtime_error with the line's number.
Run read_run(std::istream& in);

/// One query's scores, each from 0 to 1.
struct QueryScore {
  double ndcg10 = 0;     ///< gain 2^rel - 1, discount log2(rank + 1), over the ideal order (Järvelin, Kekäläinen 2002; Burges 2005)
  double mrr10 = 0;      ///< 1 / rank of the first relevant document within 10
  double success1 = 0;   ///< the first document is relevant
  double recall100 = 0;  ///< relevant documents within 100 over all relevant ones
};

/// Scores of every query that has a relevant judgment, in the order of their ids; a query that the run does
/// not answer scores 0.
std::map<std::string, QueryScore> score(const Judgments& judgments, const Run& run);

QueryScore mean(const std::map<std::string, QueryScore>& scores);

struct Interval {
  double low = 0;
  double high = 0;
};

/// 95 % percentile bootstrap of the mean, 2,000 resamples, fixed seed.
Interval bootstrap95(const std::vector<double>& values);

/// Two-sided paired randomisation test of equal means: the share of `rounds` random sign flips whose mean
/// difference is at least as large (Smucker, Allan, Carterette 2007). Fixed seed. Sizes must agree.
double randomisation_p(const std::vector<double>& a, const std::vector<double>& b, int rounds = 10'000);

}  // namespace fihrist::bench
