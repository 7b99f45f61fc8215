"""What the generator does when the model gains something, on a small model of its own."""

import json
import pathlib
import tempfile
import unittest

from generator import model, swift, table, words


def service(**members):
    """A model whose operations share one request with these members, in the form of a service-2.json."""
    shapes = {
        "Request": {"type": "structure", "members": {name: {"shape": shape} for name, shape in members.items()}},
        "Response": {"type": "structure", "members": {}},
        "Name": {"type": "string", "min": 1, "max": 8, "pattern": "[a-z]+"},
        "Mood": {"type": "string", "enum": ["good", "very_bad", "5x"]},
        "Part": {"type": "structure", "union": True, "members": {"name": {"shape": "Name"}}},
        "Parts": {"type": "list", "member": {"shape": "Part"}, "max": 3},
        "Deep": {"type": "structure", "required": ["mood"], "members": {"mood": {"shape": "Mood"}}},
    }
    operation = {
        "http": {"method": "POST", "requestUri": "/x"},
        "input": {"shape": "Request"},
        "output": {"shape": "Response"},
    }
    return {"operations": {name: operation for name in model.OPERATIONS}, "shapes": shapes}


class GeneratorTests(unittest.TestCase):
    def generate(self, source, families):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "words.json"
            path.write_text(json.dumps(families))
            vocabulary = words.Words(path)
        reached = model.Reached(source)
        return swift.files(reached, vocabulary), table.text(reached), vocabulary

    def test_a_member_without_words_is_made_with_its_constraints_and_listed(self):
        known = {"Bodies": {"Request": {"": "A request.", "name": "Its name."}, "Response": {"": "An answer."}}}
        files, text, vocabulary = self.generate(service(name="Name", nick="Name"), known)
        self.assertEqual(vocabulary.missing, ["no words for Request.nick"])
        bodies = files["Bodies.swift"]
        self.assertIn("    /// Its name.\n    ///\n    /// 1 to 8 characters, in the pattern `[a-z]+`.\n", bodies)
        self.assertIn("    /// `nick`.\n    ///\n    /// 1 to 8 characters", bodies)
        self.assertIn("    public var nick: String?\n", bodies)
        self.assertIn('        try visitor.optional("nick", &nick)\n', bodies)
        self.assertIn("     nick Name\n", text)

    def test_a_new_shape_joins_the_family_of_the_one_that_refers_to_it(self):
        known = {"Bodies": {"Request": {"": "A request.", "parts": "Parts.", "deep": "Depth."}, "Response": {"": "A."}}}
        files, text, vocabulary = self.generate(service(parts="Parts", deep="Deep"), known)
        self.assertEqual(list(files), ["Bodies.swift"])
        bodies = files["Bodies.swift"]
        self.assertIn("public enum Part: ConverseUnion", bodies)
        self.assertIn("    public var parts: [Part]?\n", bodies)
        self.assertIn("    public var mood: Mood\n", bodies)
        self.assertIn('    public static let veryBad = Self(rawValue: "very_bad")\n', bodies)
        self.assertIn('    public static let value5x = Self(rawValue: "5x")\n', bodies)
        self.assertIn("no words for Part.name", vocabulary.missing)
        self.assertIn("    structure Deep\n     mood! Mood\n    enum Mood good very_bad 5x\n", text)
        self.assertIn("    list Parts Part max=3\n", text)

    def test_words_of_a_member_that_is_gone_are_listed(self):
        known = {"Bodies": {"Request": {"": "A request.", "name": "Its name.", "old": "Gone."}, "Response": {"": "A."}}}
        _, _, vocabulary = self.generate(service(name="Name"), known)
        self.assertEqual(vocabulary.left_over(), ["words for Request.old, which the model has no more"])


if __name__ == "__main__":
    unittest.main()
