package org.monazite.app.cli.shock;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options for tables and networks that the user brings.
final class OwnOptions {

    @Option(names = "--mrio", paramLabel = "DIR", descriptionKey = "opt.mrio")
    @Nullable
    String mrio;

    @Option(names = "--firms", paramLabel = "PATH", descriptionKey = "opt.firms")
    @Nullable
    String firms;

    @Option(names = "--lose", paramLabel = "NAME=SHARE", descriptionKey = "opt.lose")
    List<String> lose = new ArrayList<>();

    @Option(names = "--event", paramLabel = "FILE", descriptionKey = "opt.event")
    @Nullable
    String event;

    @Option(names = "--first-day", paramLabel = "N", descriptionKey = "opt.firstday", defaultValue = "0")
    int firstDay;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "opt.days", defaultValue = "90")
    int days = 90;

    @Option(names = "--recovery-days", paramLabel = "N", descriptionKey = "opt.recovery", defaultValue = "30")
    double recoveryDays = 30;

    @Option(names = "--inventory-days", paramLabel = "N", descriptionKey = "opt.inventory")
    @Nullable
    Double inventoryDays;

    @Option(names = "--refill-days", paramLabel = "N", descriptionKey = "opt.refill")
    @Nullable
    Double refillDays;

    @Option(names = "--model", paramLabel = "psi|base", descriptionKey = "opt.model", defaultValue = "psi")
    String model = "psi";

    @Option(names = "--order-rule", paramLabel = "RULE", descriptionKey = "opt.orderrule")
    @Nullable
    String orderRule;

    @Option(names = "--rationing", paramLabel = "RULE", descriptionKey = "opt.rationing", defaultValue = "waterfill")
    String rationing = "waterfill";

    @Option(names = "--final", paramLabel = "FILE", descriptionKey = "opt.final")
    @Nullable
    String finalDemand;

    @Option(names = "--per-year", descriptionKey = "opt.peryear")
    boolean perYear;

    @Option(names = "--keep-negative", descriptionKey = "opt.negative")
    boolean keepNegative;

    @Option(names = "--unit", paramLabel = "TEXT", descriptionKey = "opt.unit", defaultValue = "")
    String unit = "";

    @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top", defaultValue = "15")
    int top = 15;

    boolean given() {
        return mrio != null || firms != null;
    }
}
