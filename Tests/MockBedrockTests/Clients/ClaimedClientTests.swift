import Testing
import WireText

@testable import MockBedrock

/// How a request says which client it comes from.
struct ClaimedClientTests {
    private func taken(_ target: String) -> (client: ClaimedClient, rest: String) {
        let (client, rest) = ClaimedClient.taken(from: Array(target.utf8))
        return (client, String(decoding: rest, as: UTF8.self))
    }

    private func named(_ text: String) throws -> ClaimedClient { .named(try #require(ClientName(text))) }

    @Test(arguments: [
        ("/client/a/model/x/converse", "a", "/model/x/converse"), ("/client/a-B_1.2/", "a-B_1.2", "/"),
        ("/client/a", "a", "/"), ("/client/a?b=c", "a", "/?b=c"), ("/client/a//x", "a", "//x"),
        ("/client/client/client/x", "client", "/client/x"),
    ])
    func `a name in front of the path is taken off`(_ target: String, _ name: String, _ rest: String) throws {
        #expect(taken(target) == (try named(name), rest))
    }

    @Test(arguments: [
        "/model/x/converse", "/clients/a/x", "/client/", "/client", "/client/../x", "/client/./x", "", "/x/client/a/y",
    ])
    func `another path is as it is`(_ target: String) {
        #expect(taken(target) == (.unnamed, target))
    }

    @Test(arguments: [
        "/client/a%20b/x", "/client/a b/x", "/client/\(String(repeating: "a", count: 65))/x", "/client/ä/x",
        "/client//model/x/converse",
    ])
    func `what is no name is told`(_ target: String) throws {
        guard case .wrong(let reason) = taken(target).client else { throw Unexpected() }
        #expect(reason.contains("1 to 64"))
    }

    @Test func `the header says the same or nothing`() throws {
        let path = try named("a")
        let own = [HeaderField("X-Doctor-Client", "a")]
        #expect(path.joined(with: own) == path)
        #expect(ClaimedClient.unnamed.joined(with: own) == path)
        #expect(ClaimedClient.unnamed.joined(with: []) == .unnamed)
        for headers in [[HeaderField("x-doctor-client", "b")], own + own, [HeaderField("X-Doctor-Client", "")]] {
            guard case .wrong = path.joined(with: headers) else { throw Unexpected() }
        }
    }

    @Test func `a server that hands requests on takes no name off`() {
        let line = NamedTarget.Line(method: "POST", target: Array("/client/a/model/x/converse".utf8))
        #expect(NamedTarget(line, .together).target.bytes == line.target)
        #expect(NamedTarget(line, .apart).logText == "/client/a/model/x/converse")
        #expect(NamedTarget(line, .apart).route == .model(id: "x", operation: .converse))
    }

    private struct Unexpected: Error {}
}
