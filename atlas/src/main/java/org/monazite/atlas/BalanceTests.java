package org.monazite.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.chain.BalancedChain;
import org.monazite.atlas.chain.ImportUse;
import tools.jackson.databind.json.JsonMapper;

/// What the tests of a balance say.
///
/// @param objective weighted sum of squared adjustments
/// @param degreesOfFreedom what it may be compared with; 0 if nothing can be tested
/// @param allowed 95 % point of chi-square with that many degrees
/// @param figures number of figures and rules that were balanced
/// @param quantities number of unknowns
/// @param notObservable how many of them neither figures nor balances fix
/// @param activeBounds names of quantities that lie on a bound
/// @param suspects figures that were taken out, in order; then imported ones that were left out beforehand
public record BalanceTests(
        double objective,
        int degreesOfFreedom,
        double allowed,
        int figures,
        int quantities,
        int notObservable,
        List<String> activeBounds,
        List<BalanceResult.Suspect> suspects) {

    /// Copies the lists.
    public BalanceTests {
        activeBounds = List.copyOf(activeBounds);
        suspects = List.copyOf(suspects);
    }

    /// True if the figures contradict each other by more than their uncertainty explains, taken together.
    public boolean fails() {
        return degreesOfFreedom > 0 && objective > allowed;
    }

    /// Imported figures that were left out before the balance stand beside those that the balance took out.
    static BalanceTests of(BalancedChain chain) {
        BalanceResult result = chain.result();
        List<BalanceResult.Suspect> suspects = new ArrayList<>(result.found());
        chain.imports()
                .ifPresent(report -> report.uses().stream()
                        .filter(ImportUse::suspect)
                        .forEach(use -> suspects.add(new BalanceResult.Suspect(
                                use.label(), use.z(), List.of(use.label().replaceFirst(" \\([^)]*\\)$", ""))))));
        return new BalanceTests(
                result.objective(),
                result.degreesOfFreedom(),
                result.allowed(),
                result.adjustments().size(),
                result.values().size(),
                (int) result.sds().stream().filter(sd -> sd.isInfinite()).count(),
                result.activeBounds(),
                suspects);
    }

    String json() {
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(this)
                        .replace("\r\n", "\n")
                + "\n";
    }

    static BalanceTests read(Path file) throws IOException {
        return JsonMapper.builder().build().readValue(Files.readAllBytes(file), BalanceTests.class);
    }
}
