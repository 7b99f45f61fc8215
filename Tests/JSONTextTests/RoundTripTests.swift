import JSONText
import Testing

@Suite struct RoundTripTests {
    @Test(
        "What is read is written as it was",
        arguments: [
            #"{"b":1,"a":[true,false,null,{}],"":[],"z":{"y":{}}}"#,
            #"[0,-0,1.0,1E+2,1e-05,12345678901234567890,0.10,5e-324]"#,
            #"["","\"\\","\b\f\n\r\t","\u0000\u001f","ä€𝄞","/"]"#,
            "\"\u{7F}\u{2028}\u{FEFF}\u{FFFF}\u{10FFFF}\"",
            "\"e\u{301}\u{E9}\"",
            "null", "\"x\"", "-1",
        ])
    func exact(_ text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(value.text() == text)
        #expect(value.bytes() == Array(text.utf8))
        for style in [JSONStyle.spaced, .pretty(indent: 2), .pretty(indent: 0)] {
            #expect(try JSONValue(parsing: value.bytes(style)) == value)
        }
    }

    @Test func `escapes are resolved`() throws {
        let value = try JSONValue(parsing: #""\u00e9\/\uD834\uDD1E\ud83d\ude00\u0000\ufffe""#)
        #expect(value == .string("\u{E9}/\u{1D11E}\u{1F600}\u{0}\u{FFFE}"))
    }

    @Test func `white space of all four kinds is skipped`() throws {
        #expect(try JSONValue(parsing: "\r\n\t [ 1 ,\t2\r,\n{ \"a\" : 3 } ] \n") == [1, 2, ["a": 3]])
    }

    @Test func `styles lay the value out`() {
        let value: JSONValue = ["a": [1, [:], []], "b": ["c": "d"]]
        #expect(value.text() == #"{"a":[1,{},[]],"b":{"c":"d"}}"#)
        #expect(value.text(.spaced) == #"{"a": [1, {}, []], "b": {"c": "d"}}"#)
        let pretty = """
            {
              "a": [
                1,
                {},
                []
              ],
              "b": {
                "c": "d"
              }
            }
            """
        #expect(value.text(.pretty(indent: 2)) == pretty)
    }

    @Test func `what fits a line stays on it`() throws {
        let value: JSONValue = ["list": [1, ["k": "v"]], "long": ["0123456789", "0123456789", ["é\n": []]]]
        let fitted = """
            {
              "list": [1, {"k": "v"}],
              "long": [
                "0123456789",
                "0123456789",
                {"é\\n": []}
              ]
            }
            """
        #expect(value.text(.fitted(indent: 2, width: 26)) == fitted)
        #expect(value.text(.fitted(indent: 2, width: 25)) != fitted)
        #expect(value.text(.fitted(indent: 2, width: 200)) == value.text(.spaced))
        #expect(value.text(.fitted(indent: 2, width: 0)) == value.text(.pretty(indent: 2)))
    }

    @Test func `equality is exact, equivalence is by meaning`() throws {
        let left = try JSONValue(parsing: #"{"a":1,"b":[1.0,"x"],"c":{"d":null,"e":2}}"#)
        let right = try JSONValue(parsing: #"{"c":{"e":2e0,"d":null},"b":[1,"x"],"a":1.00}"#)
        #expect(left != right)
        #expect(left.isEquivalent(to: right))
        #expect(right.isEquivalent(to: left))
        #expect(JSONMeaning(left) == JSONMeaning(right))
        #expect(JSONMeaning(left).hashValue == JSONMeaning(right).hashValue)
        for other in [
            #"{"a":1,"b":["x",1.0],"c":{"d":null,"e":2}}"#, #"{"a":1,"b":[1.0,"x"],"c":{"d":null}}"#,
            #"{"a":"1","b":[1.0,"x"],"c":{"d":null,"e":2}}"#, #"{"a":1,"b":[1.0,"x"],"c":{"f":null,"e":2}}"#,
            #"{"a":1,"b":[1.0,"x"],"c":{"d":false,"e":2}}"#,
        ] {
            #expect(!left.isEquivalent(to: try JSONValue(parsing: other)), "\(other)")
        }
    }
}

@Suite struct JSONObjectTests {
    @Test(arguments: [3, 40])
    func `members keep their order through every change`(_ count: Int) {
        var object = JSONObject()
        for number in 0..<count { object["name\(number)"] = .number(JSONNumber(number)) }
        object["name1"] = "changed"
        object["name0"] = nil
        object["added"] = true
        #expect(object.names == (1..<count).map { "name\($0)" } + ["added"])
        #expect(object["name1"] == "changed")
        #expect(object["name0"] == nil)
        #expect(object["name\(count - 1)"] == .number(JSONNumber(count - 1)))
        #expect(object.removeValue(forName: "absent") == nil)
        #expect(object.count == count)
        #expect(object.last == JSONMember(name: "added", value: true))
    }

    @Test func `a literal keeps its order and the last of equal names`() {
        let value: JSONValue = ["z": 1, "a": 2.5, "z": nil, "m": "text", "l": [1, true]]
        #expect(value.text() == #"{"z":null,"a":2.5,"m":"text","l":[1,true]}"#)
    }

    @Test func `accessors give nil for another kind`() {
        let value: JSONValue = ["list": [1, 2], "flag": false, "none": nil]
        #expect(value["list"]?[1]?.numberValue?.int64 == 2)
        #expect(value["list"]?[2] == nil)
        #expect(value["list"]?[-1] == nil)
        #expect(value["list"]?["x"] == nil)
        #expect(value["flag"]?.boolValue == false)
        #expect(value["flag"]?.stringValue == nil)
        #expect(value["none"]?.isNull == true)
        #expect(value[0] == nil)
    }

    @Test("long texts hash by every byte, and nothing but their bytes")
    func hashes() {
        for length in [1, 8, 63, 64, 65, 71, 72, 73, 200] {
            let text = String(repeating: "a", count: length)
            let hash = JSONMeaning(.string(text)).hashValue
            #expect(hash == JSONMeaning(.string(String(text.reversed()))).hashValue)
            for place in 0..<length {
                let other = text.prefix(place) + "b" + text.dropFirst(place + 1)
                #expect(JSONMeaning(.string(String(other))).hashValue != hash, "\(length), \(place)")
            }
            #expect(JSONMeaning(.string(text + "a")).hashValue != hash)
        }
    }
}
