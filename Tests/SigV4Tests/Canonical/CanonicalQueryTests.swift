import SigV4
import Testing
import WireText

@Suite("Canonical queries")
struct CanonicalQueryTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let wire: String
        let canonical: String
        var testDescription: String { wire }
    }

    static let cases = [
        Case(wire: "/", canonical: ""),
        Case(wire: "/?", canonical: ""),
        Case(wire: "/?k", canonical: "k="),
        Case(wire: "/?k=", canonical: "k="),
        Case(wire: "/?=v", canonical: "=v"),
        Case(wire: "/?&&a=1&&", canonical: "a=1"),
        Case(wire: "/?b=2&a=1", canonical: "a=1&b=2"),
        Case(wire: "/?a=2&a=1&a", canonical: "a=&a=1&a=2"),
        Case(wire: "/?Param-3=3&Param=2&%E1%88%B4=1", canonical: "%E1%88%B4=1&Param=2&Param-3=3"),
        Case(wire: "/?b=1&B=2", canonical: "B=2&b=1"),
        Case(wire: "/?ሴ=bar", canonical: "%E1%88%B4=bar"),
        // By encoded name, whatever the spelling: '-' is before '%'... and '%3A' before 'a'.
        Case(wire: "/?a:=1&a=2&a-=3", canonical: "a=2&a%3A=1&a-=3"),
        Case(wire: "/?a=b=c", canonical: "a=b%3Dc"),
        Case(wire: "/?a=x%2fy", canonical: "a=x%2Fy"),
        Case(wire: "/?a=x%2Fy", canonical: "a=x%2Fy"),
        Case(wire: "/?a=x/y", canonical: "a=x%2Fy"),
        Case(wire: "/?a=%7E%41", canonical: "a=~A"),
        Case(wire: "/?a=1+2", canonical: "a=1%2B2"),
        Case(wire: "/?a=1%2B2", canonical: "a=1%2B2"),
        Case(wire: "/?a=1%202", canonical: "a=1%202"),
        Case(wire: "/?a=1 2", canonical: "a=1%202"),
        Case(wire: "/?a=50%", canonical: "a=50%25"),
        Case(wire: "/?a=%zz", canonical: "a=%25zz"),
        Case(wire: "/?a=b?c", canonical: "a=b%3Fc"),
        Case(wire: "/?X-Amz-Signature=x&a=1&X-Amz-Signatur%65=y", canonical: "a=1"),
    ]

    @Test("are sorted, complete and spelt one way", arguments: cases)
    func canonical(_ example: Case) {
        let request = SignableRequest(
            method: "GET", target: example.wire, headers: [HeaderField("host", "h")], payload: .empty)
        #expect(CanonicalRequest(of: request, signedHeaders: ["host"]).sections?.query == example.canonical)
    }
}
