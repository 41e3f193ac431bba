package org.monazite.plan.internal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The HiGHS library, loaded, and the instances of it that nobody uses at the moment. Safe for many
/// threads.
///
/// No instance is ever destroyed: HiGHS 1.12 then resets a scheduler of the whole process, which is not
/// safe while another instance runs.
@SuppressWarnings("restricted") // native code is what this package is for
public final class HighsPool {

    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private final HighsCalls calls;
    private final MemorySegment watch;
    private final Deque<HighsInstance> idle = new ConcurrentLinkedDeque<>();

    /// Loads the library.
    ///
    /// @throws IllegalStateException if that fails; the message is fit for users
    public HighsPool() {
        calls = new HighsCalls(NativeHighs.load());
        watch = watch();
        NativeOutput.silence();
    }

    /// The version of the library, such as `1.12.0`.
    public String version() {
        try {
            MemorySegment text = (MemorySegment) calls.version.invokeExact();
            return text.reinterpret(64).getString(0);
        } catch (Throwable t) {
            throw HighsInstance.broken(t);
        }
    }

    /// An instance that holds no model.
    public HighsInstance take() {
        HighsInstance free = idle.poll();
        return free != null ? free : HighsInstance.create(calls, watch);
    }

    /// Takes an instance back; its user forgets it.
    public void giveBack(HighsInstance instance) {
        instance.clear();
        idle.push(instance);
    }

    private static MemorySegment watch() {
        try {
            MethodType type =
                    MethodType.methodType(void.class, int.class, long.class, long.class, long.class, long.class);
            MethodHandle target = MethodHandles.lookup().findStatic(HighsPool.class, "askToGoOn", type);
            FunctionDescriptor shape = FunctionDescriptor.ofVoid(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
            return Linker.nativeLinker().upcallStub(target, shape, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the method stands below", e);
        }
    }

    /// HiGHS asks now and then, in the thread that runs it, whether to go on: an interrupted thread
    /// stops. The answer is the first field of the structure at `answer`. A plan is asked a hundred
    /// thousand times, so addresses come as numbers: as segments they would be four objects a call.
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // called by HiGHS, with its parameters
    private static void askToGoOn(int kind, long message, long state, long answer, long user) {
        int stop = Thread.currentThread().isInterrupted() ? 1 : 0; // HiGHS does not reset the field, so 0 is set too
        MEMORY.set(JAVA_INT, answer, stop);
    }
}
