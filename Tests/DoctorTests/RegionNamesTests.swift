import TestSupport
import Testing

/// Names that cannot be regions end a command before it asks anything.
@Suite(.live) struct RegionNamesTests {
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            (
                ["models", "--mock", "--regions", "us-east-1,frankfurt"],
                "--regions: there is no region 'frankfurt'; did you mean eu-central-1?"
            ),
            (["models", "--mock", "--region", "us-east1"], "did you mean us-east-1?"),
            (
                ["models", "--mock", "--regions", "nowhere-at-all"],
                "--regions takes regions such as eu-west-1, found 'nowhere-at-all'"
            ),
            (["serve", "--region", "us-east-1a", "--", "/bin/true"], "did you mean us-east-1?"),
            (["catalog", "--regions", "eu-wset-1"], "did you mean eu-west-1?"),
        ])
    func `a region that does not exist is refused with the one that was meant`(
        arguments: [String], words: String
    ) async throws {
        let result = try await DoctorProcess.run(arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test(.timeLimit(.minutes(10)))
    func `a region that may be newer than the catalog is asked`() async throws {
        let result = try await DoctorProcess.run(
            ["models", "--mock", "--regions", "eu-west-9", "--models", "amazon.nova-micro-v1:0"])
        #expect(result.status != 64, "\(result.errors)")
    }
}
