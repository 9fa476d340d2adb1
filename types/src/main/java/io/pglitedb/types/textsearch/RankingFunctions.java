package io.pglitedb.types.textsearch;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsVector;

/// ts_rank and ts_rank_cd.
public final class RankingFunctions {
    private RankingFunctions() {}

    @Prosrc("ts_rank_tt")
    public static float rank(TsVector vector, TsQuery query) {
        return Ranking.rank(Ranking.weights(null), vector, query, 0);
    }

    @Prosrc("ts_rank_ttf")
    public static float rank(TsVector vector, TsQuery query, int normalization) {
        return Ranking.rank(Ranking.weights(null), vector, query, normalization);
    }

    @Prosrc("ts_rank_wtt")
    public static float rank(PgArray weights, TsVector vector, TsQuery query) {
        return Ranking.rank(Ranking.weights(weights), vector, query, 0);
    }

    @Prosrc("ts_rank_wttf")
    public static float rank(PgArray weights, TsVector vector, TsQuery query, int normalization) {
        return Ranking.rank(Ranking.weights(weights), vector, query, normalization);
    }

    @Prosrc("ts_rankcd_tt")
    public static float coverRank(TsVector vector, TsQuery query) {
        return CoverRanking.rank(Ranking.weights(null), vector, query, 0);
    }

    @Prosrc("ts_rankcd_ttf")
    public static float coverRank(TsVector vector, TsQuery query, int normalization) {
        return CoverRanking.rank(Ranking.weights(null), vector, query, normalization);
    }

    @Prosrc("ts_rankcd_wtt")
    public static float coverRank(PgArray weights, TsVector vector, TsQuery query) {
        return CoverRanking.rank(Ranking.weights(weights), vector, query, 0);
    }

    @Prosrc("ts_rankcd_wttf")
    public static float coverRank(PgArray weights, TsVector vector, TsQuery query, int normalization) {
        return CoverRanking.rank(Ranking.weights(weights), vector, query, normalization);
    }
}
