package uz.chorsu.command;

import org.junit.jupiter.api.Test;
import uz.chorsu.database.TestDatabase;

/// Nothing is stored that the register does not name.
class StoredFieldsTest {
  @Test
  void everyFieldIsInTheRegister() {
    try (TestDatabase test = TestDatabase.create("command")) {
      StoredFields.check(test.database(), "command");
    }
  }
}
