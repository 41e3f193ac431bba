package org.monazite.supply;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A mine, plant or works that exists, is being built, or might be.
///
/// @param id the key in the pack, such as `nolans`
/// @param name the name
/// @param operator who runs it
/// @param place place code
/// @param stage its stage
/// @param productId its main product
/// @param capacity main product a year in `capacityUnit`; absent when not published
/// @param capacityUnit unit as published
/// @param status how far it is
/// @param start first year of output, and its range; absent when not stated
/// @param capexMillionUsd capital in million US dollars; absent when not published
/// @param publicSupportMillionUsd public money named so far
/// @param offtake contracts, in the words of the source
/// @param outputs what it makes, by product
/// @param unverifiedFields names of fields that rest on no document
/// @param flag how careful a reader must be with the row
/// @param citations who says so, the row itself first
public record Project(
        String id,
        String name,
        String operator,
        String place,
        Stage stage,
        String productId,
        OptionalDouble capacity,
        String capacityUnit,
        Status status,
        Start start,
        OptionalDouble capexMillionUsd,
        OptionalDouble publicSupportMillionUsd,
        String offtake,
        List<Output> outputs,
        List<String> unverifiedFields,
        Flag flag,
        List<Citation> citations) {

    /// Copies the lists.
    public Project {
        outputs = List.copyOf(outputs);
        unverifiedFields = List.copyOf(unverifiedFields);
        citations = List.copyOf(citations);
    }

    /// The same with another start.
    public Project with(Start other) {
        return changed(capacity, other, outputs);
    }

    /// The same at another size.
    ///
    /// @param size times what is stated, 0 or more
    public Project times(double size) {
        List<Output> all = outputs.stream()
                .map(each -> new Output(
                        each.productId(),
                        each.tonnesPerYear().times(size),
                        each.sellable(),
                        each.flag(),
                        each.citation()))
                .toList();
        return changed(capacity.isPresent() ? OptionalDouble.of(capacity.getAsDouble() * size) : capacity, start, all);
    }

    private Project changed(OptionalDouble otherCapacity, Start otherStart, List<Output> otherOutputs) {
        return new Project(
                id,
                name,
                operator,
                place,
                stage,
                productId,
                otherCapacity,
                capacityUnit,
                status,
                otherStart,
                capexMillionUsd,
                publicSupportMillionUsd,
                offtake,
                otherOutputs,
                unverifiedFields,
                flag,
                citations);
    }

    /// How far a project is.
    public enum Status {
        /// Makes its product.
        OPERATING,
        /// Makes it, below capacity.
        RAMPING,
        /// Being built.
        CONSTRUCTION,
        /// Decided and financed.
        COMMITTED,
        /// Studied; no decision seen.
        PLANNED,
        /// A memorandum only.
        MOU,
        /// A pilot plant.
        PILOT,
        /// Doubtful.
        UNCERTAIN;

        /// The name used in files.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Reads the name used in files.
        ///
        /// @throws IllegalArgumentException if there is no such status
        public static Status of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        /// Whether it goes ahead without further decision: such a project is existing capacity, not an option.
        public boolean isDecided() {
            return switch (this) {
                case OPERATING, RAMPING, CONSTRUCTION, COMMITTED -> true;
                case PLANNED, MOU, PILOT, UNCERTAIN -> false;
            };
        }
    }

    /// First year of output.
    ///
    /// @param year as announced; empty when not stated
    /// @param low earliest
    /// @param high latest
    public record Start(OptionalInt year, OptionalInt low, OptionalInt high) {}

    /// What a project makes.
    ///
    /// @param productId the product
    /// @param tonnesPerYear at full capacity, with its range
    /// @param sellable true: can be sold as it is; false: is contained and still needs separation
    /// @param flag how careful a reader must be
    /// @param citation who says so
    public record Output(String productId, Range tonnesPerYear, boolean sellable, Flag flag, Citation citation) {}
}
