import JSONText
import Testing
import WireText

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "distance counts insertions, deletions, substitutions and swaps",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "acbd", 1),
            ("ca", "abc", 3), ("same", "same", 0),
        ])
    func distance(left: String, right: String, expected: Int) {
        #expect(NearestName.distance(left, right) == expected)
        #expect(NearestName.distance(right, left) == expected)
    }

    @Test("a name too far from all is near none")
    func limit() {
        #expect(NearestName.nearest(to: "abcdef", among: ["uvwxyz"]) == nil)
        #expect(NearestName.nearest(to: "abcdef", among: ["abcdeg", "abcdxy"]) == "abcdeg")
        #expect(NearestName.nearest(to: "abcdef", among: ["abcdxy"], limit: 1) == nil)
    }

    @Test("the case of letters is no difference")
    func letterCase() {
        #expect(NearestName.nearest(to: "MODELID", among: ["model", "modelId"]) == "modelId")
        #expect(NearestName.nearest(to: "modelid", among: ["MODEL_ID"]) == "MODEL_ID")
    }

    @Test("a name without end is near nothing")
    func hostileLength() {
        let long = String(repeating: "a", count: 129)
        #expect(NearestName.nearest(to: long, among: [long]) == nil)
        #expect(NearestName.nearest(to: "", among: ["a"]) == nil)
    }
}
