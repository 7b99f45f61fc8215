import Conformance
import Report
import Testing

@Suite("Bundled vectors")
struct BundledVectorsTests {
    let set: VectorSet

    init() throws {
        set = try BundledVectors.set()
    }

    @Test func everyVectorPasses() {
        #expect(VectorRunner.still.run(set).failures == [])
    }

    @Test func thereAreAsManyAsTheGeneratorMade() {
        // Pinned: a file that is lost, or not read, must be noticed.
        #expect(set.files.count == 14)
        #expect(set.cases.count == 436)
        #expect(set.notes == [])
    }

    @Test func botocoreIsTheOracleOfEachFile() {
        for file in set.files {
            #expect(file.source.name == "botocore", "\(file.path)")
            #expect(!file.source.version.isEmpty, "\(file.path)")
        }
    }

    @Test(
        arguments: [
            ("converse-colon-encoded", "7232bf8d4e08f93bb8d0bc30524226e30c3185a8db3c951b3fd83bbb9f511625"),
            ("converse-colon-raw", "ee1f7760718ac97a766a65174805d8d14426e92d229df306a8edd0e73242abcf"),
            (
                "converse-inference-profile-arn-with-token",
                "67db38025c0c0e2c685f636483f5c3ae0e0f18ac2a552a12b78f9bbbd9a3e6ea"
            ),
            ("converse-provisioned-model-arn", "4c83426d81be22884c9dce8acf04bbeb0b8aa99721f0500a72efae84f47a1328"),
            ("converse-no-colon", "d991b8a7d1b667cbf5d2f2c3602190e5d6ba6036695b4700f58db6f0ff3397d5"),
        ])
    func publishedSignaturesAreAmongThem(id: String, signature: String) throws {
        let vector = try #require(set.cases.first { $0.id == id })
        guard case .signing(let signing) = vector else {
            Issue.record("\(id) is no signing vector")
            return
        }
        #expect(signing.expected.signature == signature)
    }

    @Test func everyReasonOfARefusalHasAVector() {
        var reasons: Set<String> = []
        for case .verification(let verification) in set.cases {
            if case .refused(let reason, _) = verification.expected { reasons.insert(reason) }
        }
        #expect(
            reasons.sorted() == [
                "expired", "host-not-signed", "malformed", "mismatch", "missing-authorization",
                "missing-signed-header", "not-yet-current", "presign-expired", "scope-date", "scope-region",
                "scope-service", "scope-terminator", "token-expired", "token-mismatch", "token-missing",
                "token-not-expected", "unknown-access-key",
            ])
    }
}
