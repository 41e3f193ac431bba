package org.monazite.pledges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.supply.Nearest;

/// All pledges that are watched.
public final class Register {

    private final List<Pledge> pledges;

    private Register(List<Pledge> pledges) {
        this.pledges = List.copyOf(pledges);
    }

    /// A register; ids must differ.
    ///
    /// @throws RegisterException if two pledges have one id, or a pledge belongs to one that is not there
    public static Register of(List<Pledge> pledges) {
        Set<String> ids = new HashSet<>();
        for (Pledge pledge : pledges) {
            if (!ids.add(pledge.id())) {
                throw new RegisterException(
                        "The register holds '%s' twice.\nMaybe a file was copied and its id not changed."
                                .formatted(pledge.id()));
            }
        }
        for (Pledge pledge : pledges) {
            if (!pledge.parent().isEmpty() && !ids.contains(pledge.parent())) {
                throw new RegisterException(
                        "%s belongs to '%s', which the register does not hold.\nMaybe its file is missing."
                                .formatted(pledge.id(), pledge.parent()));
            }
        }
        return new Register(pledges);
    }

    /// The register that comes with the program: every file of [EmbeddedRegister].
    public static Register embedded() {
        return of(EmbeddedRegister.texts());
    }

    /// Reads files.
    ///
    /// @param texts YAML text by file name, in the order to show
    /// @throws RegisterException if one is not a pledge
    public static Register of(Map<String, String> texts) {
        List<Pledge> pledges = new ArrayList<>();
        texts.forEach((file, yaml) -> pledges.add(PledgeFile.read(file, yaml)));
        return of(pledges);
    }

    /// The pledges, in the order given.
    public List<Pledge> pledges() {
        return pledges;
    }

    /// The pledge with this id.
    ///
    /// @throws RegisterException if there is none; the message names the nearest
    public Pledge get(String id) {
        return pledges.stream()
                .filter(pledge -> pledge.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RegisterException("The register holds no pledge '%s'.\nMaybe %s."
                        .formatted(
                                id,
                                Nearest.hint(
                                        id, pledges.stream().map(Pledge::id).toList()))));
    }

    /// How every pledge stands on a date.
    public List<Assessment> assess(PledgeFacts facts, LocalDate asOf) {
        return pledges.stream()
                .map(pledge -> Assessor.assess(new Measure.Question(pledge, pledges, facts, asOf)))
                .toList();
    }
}
