package org.monazite.plan.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The C functions of HiGHS 1.12 that we use. `HighsInt` has 32 bits. With `invokeExact` every address
/// must have the static type `MemorySegment`.
@SuppressWarnings("restricted") // native code is what this package is for
final class HighsCalls {

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;

    final MethodHandle version;
    final MethodHandle create;
    final MethodHandle passModel;
    final MethodHandle number;
    final MethodHandle whole;
    final MethodHandle onOff;
    final MethodHandle text;
    final MethodHandle setSolution;
    final MethodHandle getSolution;
    final MethodHandle colCost;
    final MethodHandle colBounds;
    final MethodHandle rowBounds;
    final MethodHandle coefficient;
    final MethodHandle offset;
    final MethodHandle colsBounds;
    final MethodHandle rowsBounds;
    final MethodHandle colsIntegrality;
    final MethodHandle addColumns;
    final MethodHandle addRow;
    final MethodHandle addRows;
    final MethodHandle deleteRows;
    final MethodHandle doubleInfo;
    final MethodHandle intInfo;
    final MethodHandle objective;
    final MethodHandle modelStatus;
    final MethodHandle run;
    final MethodHandle clearModel;
    final MethodHandle clearSolver;
    final MethodHandle zeroClocks;
    final MethodHandle setCallback;
    final MethodHandle startCallback;

    /// Finds all functions.
    ///
    /// @throws IllegalStateException if one is not there
    HighsCalls(SymbolLookup library) {
        this.library = library;
        version = bind("version", ADDRESS);
        create = bind("create", ADDRESS);
        passModel = linker.downcallHandle(address("passModel"), passModelShape());
        number = bind("setDoubleOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_DOUBLE);
        whole = bind("setIntOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        onOff = bind("setBoolOptionValue", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        text = bind("setStringOptionValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        setSolution = bind("setSolution", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        getSolution = bind("getSolution", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        colCost = bind("changeColCost", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE);
        colBounds = bind("changeColBounds", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
        rowBounds = bind("changeRowBounds", JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, JAVA_DOUBLE);
        coefficient = bind("changeCoeff", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_DOUBLE);
        offset = bind("changeObjectiveOffset", JAVA_INT, ADDRESS, JAVA_DOUBLE);
        addRow = bind("addRow", JAVA_INT, ADDRESS, JAVA_DOUBLE, JAVA_DOUBLE, JAVA_INT, ADDRESS, ADDRESS);
        addColumns = bind(
                "addCols", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        addRows = bind("addRows", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        colsBounds = bind("changeColsBoundsByRange", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
        rowsBounds = bind("changeRowsBoundsByRange", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
        colsIntegrality = bind("changeColsIntegralityByRange", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
        deleteRows = bind("deleteRowsBySet", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        doubleInfo = bind("getDoubleInfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        intInfo = bind("getIntInfoValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        objective = bind("getObjectiveValue", JAVA_DOUBLE, ADDRESS);
        modelStatus = bind("getModelStatus", JAVA_INT, ADDRESS);
        run = bind("run", JAVA_INT, ADDRESS);
        clearModel = bind("clearModel", JAVA_INT, ADDRESS);
        clearSolver = bind("clearSolver", JAVA_INT, ADDRESS);
        zeroClocks = bind("zeroAllClocks", JAVA_INT, ADDRESS);
        setCallback = bind("setCallback", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        startCallback = bind("startCallback", JAVA_INT, ADDRESS, JAVA_INT);
    }

    private MethodHandle bind(String name, MemoryLayout result, MemoryLayout... arguments) {
        return linker.downcallHandle(address(name), FunctionDescriptor.of(result, arguments));
    }

    private MemorySegment address(String name) {
        return library.find("Highs_" + name)
                .orElseThrow(() -> new IllegalStateException(
                        "The HiGHS library has no function 'Highs_%s'.%nMaybe it is another version than 1.12."
                                .formatted(name)));
    }

    /// Instance; columns, rows, terms, terms of the quadratic part, two formats, sense; offset; twelve
    /// arrays.
    private static FunctionDescriptor passModelShape() {
        MemoryLayout[] arguments = new MemoryLayout[21];
        arguments[0] = ADDRESS;
        for (int i = 1; i <= 7; i++) {
            arguments[i] = JAVA_INT;
        }
        arguments[8] = JAVA_DOUBLE;
        for (int i = 9; i < arguments.length; i++) {
            arguments[i] = ADDRESS;
        }
        return FunctionDescriptor.of(JAVA_INT, arguments);
    }
}
