package org.monazite.plan.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

/// HiGHS 1.12 carries a `printf` left behind by its authors, which no option silences: a line on
/// standard output each time it repairs a plan. It would end up in the middle of our JSON.
@SuppressWarnings("restricted") // native code is what this package is for
final class NativeOutput {

    private NativeOutput() {}

    /// Lets the `stdout` of the C library, a variable that programs may set, point to nowhere. Java
    /// does not use it: `System.out` goes on as before. Where the variable is not found (Windows), the
    /// line stays.
    static void silence() {
        SymbolLookup system = Linker.nativeLinker().defaultLookup();
        Optional<MemorySegment> stdout = system.find("stdout").or(() -> system.find("__stdoutp")); // glibc, macOS
        Optional<MemorySegment> fopen = system.find("fopen");
        if (stdout.isEmpty() || fopen.isEmpty()) {
            return;
        }
        FunctionDescriptor shape = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom("/dev/null");
            MemorySegment mode = arena.allocateFrom("w");
            MemorySegment nowhere = (MemorySegment)
                    Linker.nativeLinker().downcallHandle(fopen.get(), shape).invokeExact(path, mode);
            if (!nowhere.equals(MemorySegment.NULL)) {
                stdout.get().reinterpret(ADDRESS.byteSize()).set(ADDRESS, 0, nowhere);
            }
        } catch (Throwable t) {
            throw HighsInstance.broken(t);
        }
    }
}
