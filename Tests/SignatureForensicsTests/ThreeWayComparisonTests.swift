import SigV4
import SignatureForensics
import Testing

@Suite("Three-way comparison")
struct ThreeWayComparisonTests {
    private let right: SignedTexts
    private let wrongPath: SignedTexts
    private let wrongBody: SignedTexts

    init() throws {
        right = SignedTexts(try ExampleRequest.stages())
        wrongPath = SignedTexts(try ExampleRequest.stages(ExampleRequest.signable(target: "/model/a:b/converse?x=1")))
        wrongBody = SignedTexts(try ExampleRequest.stages(ExampleRequest.signable(body: "{ }")))
    }

    @Test func allTheSameLeavesTheKey() {
        let comparison = ThreeWayComparison(client: right, wire: right, server: right)
        #expect(comparison.place == .key)
        #expect(comparison.clientAndWire == .same)
        #expect(comparison.wireAndServer == .same)
        #expect(comparison.clientAndServer == .same)
        #expect(comparison.isConfirmedByServer)
    }

    @Test func aClientAgainstWireAndServerIsTheClientsFault() {
        let comparison = ThreeWayComparison(client: wrongPath, wire: right, server: right)
        #expect(comparison.place == .client)
        guard case .different(let difference) = comparison.clientAndServer else {
            Issue.record("client and server must differ")
            return
        }
        #expect(difference.section == .path)
    }

    @Test func aServerAgainstClientAndWireSawAnotherRequest() {
        let comparison = ThreeWayComparison(client: right, wire: right, server: wrongBody)
        #expect(comparison.place == .betweenClientAndServer)
        guard case .different(let difference) = comparison.wireAndServer else {
            Issue.record("wire and server must differ")
            return
        }
        #expect(difference.section == .payloadHash)
    }

    @Test func threeAccountsAreSeveralFaults() {
        #expect(ThreeWayComparison(client: wrongPath, wire: wrongBody, server: right).place == .several)
    }

    @Test func withoutAServerTheWireStandsInUnconfirmed() {
        let same = ThreeWayComparison(client: right, wire: right, server: nil)
        #expect(same.place == .key)
        #expect(!same.isConfirmedByServer)
        #expect(same.wireAndServer == nil)
        #expect(ThreeWayComparison(client: wrongPath, wire: right, server: nil).place == .client)
    }

    @Test func tooLittleIsUndecided() {
        #expect(ThreeWayComparison(client: right, wire: nil, server: nil).place == .undecided)
        #expect(ThreeWayComparison(client: nil, wire: right, server: right).place == .undecided)
        #expect(ThreeWayComparison(client: right, wire: nil, server: wrongPath).place == .undecided)
        #expect(ThreeWayComparison(client: right, wire: nil, server: right).place == .key)
    }

    @Test func theScopeIsLookedAtWhenTheCanonicalRequestsAgree() throws {
        let otherRegion = SignedTexts(try ExampleRequest.stages(region: "us-west-2"))
        #expect(right.difference(from: otherRegion)?.section == .scope)
    }
}
