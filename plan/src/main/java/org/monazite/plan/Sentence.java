package org.monazite.plan;

import java.util.List;
import java.util.Locale;

/// Why something is in a plan or is not, in one sentence.
record Sentence(
        String id,
        String nameEn,
        String nameJa,
        boolean in,
        double costUsd,
        double worst,
        List<String> instead,
        List<Why.Worth> worth) {

    private static final double BIG_USD = 1e12; // beyond, the worst ban is what changes, not money
    private static final double LITTLE_USD = 5e4; // a year

    String english() {
        String name = nameEn + " (" + id + ")";
        if (in) {
            return "%s is in the plan: without it %s%s%s."
                    .formatted(name, changeEnglish(), insteadEnglish(), worthEnglish());
        }
        return "%s is not in the plan: forcing it in, %s%s%s."
                .formatted(name, changeEnglish(), insteadEnglish(), worthEnglish());
    }

    private String changeEnglish() {
        if (Math.abs(worst) >= 5e-4) {
            return "the worst ban would take %s percentage points of a partner's demand %s"
                    .formatted(points(), worst > 0 ? "more" : "less");
        }
        if (costUsd < BIG_USD && costUsd >= LITTLE_USD) {
            return "the plan would cost %s M USD a year more, cost and value at risk together".formatted(million());
        }
        if (costUsd <= -LITTLE_USD) {
            return "cost and value at risk together would fall by %s M USD a year".formatted(million());
        }
        return "cost and value at risk would hardly change";
    }

    private String insteadEnglish() {
        return instead.isEmpty() ? "" : ", with " + String.join(", ", instead) + " coming in";
    }

    private String worthEnglish() {
        return worth.isEmpty()
                ? "; by itself it saves nothing in any ban"
                : "; its worth arises in the ban %s, where it saves up to %s %% of a partner's demand"
                        .formatted(
                                worth.getFirst().banId(),
                                percent(worth.getFirst().savedUnmet()));
    }

    String japanese() {
        String name = nameJa + "（" + id + "）";
        String change;
        if (Math.abs(worst) >= 5e-4) {
            change = "最悪の禁輸で失われる需要が%sポイント%s".formatted(points(), worst > 0 ? "増える" : "減る");
        } else if (costUsd < BIG_USD && costUsd >= LITTLE_USD) {
            change = "費用とリスク額の合計が年間%s百万ドル増える".formatted(million());
        } else if (costUsd <= -LITTLE_USD) {
            change = "費用とリスク額の合計が年間%s百万ドル減る".formatted(million());
        } else {
            change = "費用とリスク額はほとんど変わらない";
        }
        String put = instead.isEmpty() ? "" : "（代わりに" + String.join("、", instead) + "が入る）";
        String where = worth.isEmpty()
                ? "単独ではどの禁輸でも効果がない。"
                : "効果が最も大きいのは禁輸「%s」で、支援国の需要の最大%s％を守る。"
                        .formatted(
                                worth.getFirst().banId(),
                                percent(worth.getFirst().savedUnmet()));
        return in
                ? "%sは計画に入っている。外すと%s%s。%s".formatted(name, change, put, where)
                : "%sは計画に入っていない。入れると%s%s。%s".formatted(name, change, put, where);
    }

    private String points() {
        return String.format(Locale.ROOT, "%.1f", Math.abs(worst) * 100);
    }

    private String million() {
        return String.format(Locale.ROOT, "%.1f", Math.abs(costUsd) / 1e6);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }
}
