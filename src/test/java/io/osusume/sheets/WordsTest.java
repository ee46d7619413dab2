package io.osusume.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.Task;
import io.osusume.tables.Word;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static Properties lines(String language) throws IOException {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/sheets_" + language + ".properties"))) {
            lines.load(in);
        }
        return lines;
    }

    @Test
    void bothLanguagesHaveAllWords() throws IOException {
        assertThat(lines("ja").keySet()).isEqualTo(lines("en").keySet());
        for (Language language : Language.values()) {
            Words words = new Words(language);
            Word.wires(Task.class).forEach(task -> {
                assertThat(words.of("task." + task)).isNotBlank();
                assertThat(words.of("short." + task)).isNotBlank();
            });
            assertThat(SheetColumns.ofTasks(language).titles()).doesNotHaveDuplicates();
            assertThat(SheetColumns.ofAccounts(language).titles()).doesNotHaveDuplicates();
        }
    }

    @Test
    void sentencesCount() {
        assertThat(new Words(Language.EN).say("written", 1, "out")).isEqualTo("1 file written to out");
        assertThat(new Words(Language.JA).say("written", 2, "out")).isEqualTo("out に2個のファイルを出力した");
        assertThat(new Words(Language.EN).say("summary", 1234, 1))
                .isEqualTo("Worklist: 1,234 things to do for 1 owner.");
    }
}
