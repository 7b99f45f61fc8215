import JSONText
import Testing

@Suite struct JSONCursorTests {
    static let text = """
        {
          "exchanges": [
            {"response": {"status": 200, "größe": 1}},
            {"response": {"status": "200", "haeders": {}}}
          ],
          "a b": [[1, 2], [3, true]]
        }
        """
    let source = Array(text.utf8)

    func root() throws -> JSONCursor { JSONCursor(try JSONValue(parsing: source)) }

    @Test func `a wrong type names path, place, what was expected and what was found`() throws {
        let response = try root().member("exchanges").array()[1].member("response")
        let error = try #require(throws: JSONShapeError.self) { try response.member("status").integer(in: 100...599) }
        #expect(
            error.description
                == #"$.exchanges[1].response.status: expected a whole number from 100 to 599, found the string "200""#)
        #expect(JSONLocator.position(of: error, in: source) == JSONPosition(line: 4, column: 29, offset: 96))
    }

    @Test func `an unknown member is placed at its name and the nearest name is offered`() throws {
        let response = try root().member("exchanges").array()[1].member("response")
        let error = try #require(throws: JSONShapeError.self) {
            try response.requireOnly(names: ["status", "headers", "body"])
        }
        #expect(
            error.description
                == #"$.exchanges[1].response.haeders: expected only the members status, headers, body, "#
                + #"found the unknown member "haeders"; did you mean "headers"?"#)
        #expect(JSONLocator.position(of: error, in: source)?.description == "line 4, column 36")
    }

    @Test func `a missing member lists the ones there are`() throws {
        let error = try #require(throws: JSONShapeError.self) {
            try root().member("exchanges").array()[0].member("request")
        }
        #expect(error.description == #"$.exchanges[0]: expected a member "request", found an object with response"#)
        #expect(JSONLocator.position(of: error, in: source)?.description == "line 3, column 5")
    }

    @Test func `paths with unusual names are quoted`() throws {
        let error = try #require(throws: JSONShapeError.self) {
            try root().member("a b").array()[1].array()[1].number()
        }
        #expect(error.description == #"$["a b"][1][1]: expected a number, found a boolean (true)"#)
        #expect(JSONLocator.position(of: error, in: source)?.description == "line 6, column 23")
    }

    @Test func `every kind is read and refused by kind`() throws {
        let cursor = JSONCursor(["s": "x", "n": 1.0, "b": true, "z": nil, "o": ["k": 1], "l": [1]])
        #expect(try cursor.member("s").string() == "x")
        #expect(try cursor.member("s").string(oneOf: ["w", "x"]) == "x")
        #expect(try cursor.member("n").integer() == 1)
        #expect(try cursor.member("b").bool())
        #expect(try cursor.member("o").members().map(\.name) == ["k"])
        #expect(try cursor.optionalMember("z")?.value.isNull == true)
        #expect(try cursor.optionalMember("absent") == nil)
        for name in ["n", "b", "z", "o", "l"] {
            #expect(throws: JSONShapeError.self) { try cursor.member(name).string() }
        }
        for name in ["s", "n", "b", "z", "l"] {
            #expect(throws: JSONShapeError.self) { try cursor.member(name).object() }
        }
        for name in ["s", "n", "b", "z", "o"] {
            #expect(throws: JSONShapeError.self) { try cursor.member(name).array() }
        }
        #expect(throws: JSONShapeError.self) { try cursor.member("s").string(oneOf: ["w"]) }
        #expect(throws: JSONShapeError.self) { try cursor.member("s").bool() }
        #expect(throws: JSONShapeError.self) { try JSONCursor(1.5).integer() }
    }

    @Test func `a path that leads nowhere has no place`() {
        #expect(JSONLocator.position(of: JSONPath([.name("absent")]), in: source) == nil)
        #expect(JSONLocator.position(of: JSONPath([.name("exchanges"), .index(2)]), in: source) == nil)
        #expect(JSONLocator.position(of: JSONPath([.index(0)]), in: source) == nil)
        #expect(JSONLocator.position(of: .root, in: source) == JSONPosition(line: 1, column: 1, offset: 0))
    }
}
