import Conformance
import Report
import Testing

@Suite("AWS suite layout")
struct SuiteLayoutTests {
    @Test(.enabled("needs ../shared/signing-suite-sample") { PackageFolder.exists(PackageFolder.sample) })
    func theSamplePasses() throws {
        let set = try VectorSet(PackageFolder.files(PackageFolder.sample), from: "sample")
        #expect(
            set.cases.map(\.id) == [
                "get-slash-dot-slash-unnormalized/header", "get-slash-dot-slash-unnormalized/query",
                "get-vanilla/header", "get-vanilla/query",
                "get-vanilla-with-session-token/header", "get-vanilla-with-session-token/query",
                "post-x-www-form-urlencoded/header", "post-x-www-form-urlencoded/query",
            ])
        #expect(VectorRunner.still.run(set).failures == [])
    }

    @Test(.enabled("needs AWS_SIGNING_SUITE, the path of AWS's suite") { PackageFolder.suite != nil })
    func theWholeSuitePasses() throws {
        let folder = try #require(PackageFolder.suite)
        let set = try VectorSet(PackageFolder.files(folder), from: "AWS_SIGNING_SUITE")
        #expect(set.cases.count >= 76)
        #expect(VectorRunner.still.run(set).failures == [])
    }
}
