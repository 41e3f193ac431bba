package org.monazite.atlas.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.atlas.internal.NumberTable.Column;
import org.monazite.atlas.internal.NumberTable.Kind;

class NumberTableTest {

    private static final long MOST = 999_999_999_999_999_999L;

    private static final List<Column> COLUMNS = List.of(
            new Column("count", Kind.COUNT, false),
            new Column("small", Kind.SMALL, false),
            new Column("whole", Kind.WHOLE, true),
            new Column("mass", Kind.MILLIONTHS, true),
            new Column("nothing", Kind.MILLIONTHS, true));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 33, 128, 129, 130, 161, 1_000, 122_880, 122_881, 300_000})
    void another_reader_finds_the_numbers_that_were_written(int rows) throws IOException, SQLException {
        long[][] numbers = drawn(rows, 20251028L + rows);
        Path file = folder.resolve("numbers.parquet");

        NumberTable.write(file, COLUMNS, rows, from(numbers));

        assertThat(read(file)).isDeepEqualTo(numbers);
    }

    @Test
    void the_smallest_and_the_largest_number_of_each_group_are_stated() throws IOException, SQLException {
        Path file = folder.resolve("numbers.parquet");
        NumberTable.write(file, List.of(new Column("n", Kind.WHOLE, true)), 200_000, (from, count, columns) -> {
            for (int row = 0; row < count; row++) {
                columns[0][row] = from + row == 5 ? NumberTable.MISSING : from + row - 3L;
            }
        });

        List<String> groups = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("SELECT stats_min_value, stats_max_value, stats_null_count, num_values"
                        + " FROM parquet_metadata('" + file + "') ORDER BY row_group_id")) {
            while (row.next()) {
                groups.add(row.getString(1) + " " + row.getString(2) + " " + row.getLong(3) + " " + row.getLong(4));
            }
        }

        assertThat(groups).containsExactly("-3 122876 1 122880", "122877 199996 0 77120");
    }

    @Test
    void the_bytes_do_not_depend_on_the_number_of_threads() throws Exception {
        long[][] numbers = drawn(500_000, 7);

        assertThat(Files.mismatch(on(1, "one", numbers), on(5, "five", numbers)))
                .isEqualTo(-1);
    }

    @Test
    void a_number_outside_the_range_of_its_column_is_refused() {
        assertThatThrownBy(() -> NumberTable.write(
                        folder.resolve("numbers.parquet"),
                        List.of(new Column("n", Kind.SMALL, false)),
                        1,
                        (_, _, columns) -> columns[0][0] = 40_000))
                .hasStackTraceContaining("'n' of SMALL cannot hold 40000");
    }

    private Path on(int threads, String name, long[][] numbers) throws Exception {
        Path file = folder.resolve(name);
        Callable<Path> writing = () -> {
            NumberTable.write(file, COLUMNS, numbers[0].length, from(numbers));
            return file;
        };
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(writing).get();
        }
    }

    private static NumberTable.Rows from(long[][] numbers) {
        return (from, count, columns) -> {
            for (int column = 0; column < columns.length; column++) {
                System.arraycopy(numbers[column], from, columns[column], 0, count);
            }
        };
    }

    /// Numbers of every width, runs of equal ones, the ends of the ranges, gaps.
    private static long[][] drawn(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[][] numbers = new long[COLUMNS.size()][rows];
        for (int row = 0; row < rows; row++) {
            numbers[0][row] = random.nextInt(50) == 0 ? 0xffff_ffffL : row;
            numbers[1][row] = random.nextInt(Short.MIN_VALUE, Short.MAX_VALUE + 1);
            numbers[2][row] = random.nextInt(4) == 0 ? NumberTable.MISSING : row / 1_000 - 5;
            long mass = random.nextLong() >> random.nextInt(Long.SIZE);
            numbers[3][row] = switch (random.nextInt(40)) {
                case 0 -> NumberTable.MISSING;
                case 1 -> MOST;
                case 2 -> -MOST;
                default -> mass % MOST;
            };
            numbers[4][row] = NumberTable.MISSING;
        }
        return numbers;
    }

    private static long[][] read(Path file) throws SQLException {
        List<long[]> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("SELECT * FROM read_parquet('" + file + "')")) {
            while (row.next()) {
                rows.add(new long[] {
                    row.getLong(1), row.getShort(2), whole(row, 3), millionths(row, 4), millionths(row, 5)
                });
            }
        }
        long[][] columns = new long[COLUMNS.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        return columns;
    }

    private static long whole(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? NumberTable.MISSING : number;
    }

    private static long millionths(ResultSet row, int column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? NumberTable.MISSING : number.movePointRight(6).longValueExact();
    }
}
