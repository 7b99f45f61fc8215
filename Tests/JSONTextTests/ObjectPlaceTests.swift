import JSONText
import Testing

@Suite struct ObjectPlaceTests {
    @Test func aNameIsFoundWhereverTheSearchBegins() {
        let object: JSONObject = ["a": 1, "b": 2, "c": 3]
        for start in 0...3 {
            for (place, name) in object.names.enumerated() { #expect(object.place(of: name, from: start) == place) }
            #expect(object.place(of: "d", from: start) == nil)
        }
        // Names are compared by their scalars, not by what they look like.
        #expect(JSONObject(unique: [JSONMember(name: "\u{212B}", value: 1)]).place(of: "\u{C5}", from: 0) == nil)
        #expect(JSONObject().place(of: "a", from: 0) == nil)
    }

    @Test func membersThatAreKnownToBeUniqueMakeTheSameObject() {
        for count in [0, 3, 40] {
            let members = (0..<count).map { JSONMember(name: "name \($0)", value: .number(JSONNumber($0))) }
            let object = JSONObject(unique: members)
            #expect(object == JSONObject(members))
            for member in members { #expect(object[member.name] == member.value) }
        }
    }

    @Test func membersInAnotherOrderMeanTheSame() {
        let one: JSONValue = ["a": [1, ["x": nil]], "b": "é", "c": [:]]
        let other: JSONValue = ["c": [:], "b": "é", "a": [1.0, ["x": nil]]]
        #expect(one.isEquivalent(to: other))
        #expect(JSONMeaning(one).hashValue == JSONMeaning(other).hashValue)
        for changed: JSONValue in [
            ["c": [:], "b": "é", "a": [1, ["y": nil]]], ["c": [:], "b": "é", "d": [1, ["x": nil]]],
            ["a": [1, ["x": nil], 2], "b": "é", "c": [:]], ["a": [1, ["x": nil]], "b": "é"],
        ] { #expect(!one.isEquivalent(to: changed)) }
    }
}
