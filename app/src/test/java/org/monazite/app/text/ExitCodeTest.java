package org.monazite.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void the_table_of_the_readme_lists_the_codes_of_the_program() throws IOException {
        List<Integer> documented = Pattern.compile("(?m)^\\| `?(\\d+)`? \\|")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
    }
}
