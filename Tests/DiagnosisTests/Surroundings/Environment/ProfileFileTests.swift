import Codes
import Diagnosis
import Report
import Testing

@Suite("Profile files")
struct ProfileFileTests {
    private func findings(_ variables: [String: String], _ profiles: [ProfileFile.Profile]) -> [Finding] {
        EnvironmentFacts(
            variables: variables,
            profileFiles: [ProfileFile(path: "/home/u/.aws/config", kind: .config, state: .readable(profiles))],
            now: EnvironmentCase.now
        ).diagnosis.findings
    }

    @Test("without keys, the profile that is chosen is the one to export")
    func export() throws {
        let found = findings(
            ["AWS_PROFILE": "team's", "AWS_REGION": "us-east-1"],
            [ProfileFile.Profile(name: "default", source: .keys), ProfileFile.Profile(name: "team's", source: .sso)])
        let missing = try #require(found.first)
        #expect(missing.code == .credentialsMissing)
        let run = Invocation(command: "check", arguments: ["--mock"])
        #expect(
            missing.remedies.prefix(3).map { $0.step?.command(in: run) } == [
                #"aws sso login --profile 'team'\''s'"#,
                #"doctor check --mock --profile 'team'\''s'"#,
                #"eval "$(aws configure export-credentials --profile 'team'\''s' --format env)""#,
            ])
        #expect(found.contains { $0.code == .credentialsProfileFiles && $0.status == .warn })
    }

    @Test("with keys, profile files are a calm line")
    func calm() {
        let found = findings(EnvironmentCase.with([:]), [ProfileFile.Profile(name: "default", source: .keys)])
        #expect(found.contains { $0.code == .credentialsProfileFiles && $0.status == .pass })
    }

    @Test("the default region's finding names the profile's region")
    func region() throws {
        let found = findings(
            EnvironmentCase.pair, [ProfileFile.Profile(name: "default", source: .keys, region: "eu-north-1")])
        let finding = try #require(found.first { $0.code == .regionDefaultUsed })
        #expect(finding.detail.contains("eu-north-1"))
        #expect(finding.remedies.first?.command == "export AWS_REGION=eu-north-1")
    }
}
