import Codes
import Foundation
import JSONText
import TestSupport
import Testing

/// `--profile`, `--prx` and `--identity` as a user types them, against the mock with its demonstration pair.
@Suite(.live, .timeLimit(.minutes(10)))
struct ProfileTests {
    private static let keyID = "AKIAIOSFODNN7EXAMPLE"
    private static let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    /// A home directory with the two files, and a `bin` for programs that stand in for the AWS CLI.
    private static func home(credentials: String = "", config: String = "", aws: String? = nil) throws
        -> TemporaryFolder
    {
        let folder = try TemporaryFolder()
        for name in [".aws", "bin"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        try credentials.write(toFile: folder.path + "/.aws/credentials", atomically: true, encoding: .utf8)
        try config.write(toFile: folder.path + "/.aws/config", atomically: true, encoding: .utf8)
        if let aws {
            let path = folder.path + "/bin/aws"
            try ("#!/bin/sh\n" + aws).write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        return folder
    }

    private static func environment(_ home: TemporaryFolder) -> [String: String] {
        ["HOME": home.path, "PATH": home.path + "/bin:/usr/bin:/bin"]
    }

    private static func profile(_ name: String, secret: String = Self.secret) -> String {
        "[\(name)]\naws_access_key_id = \(keyID)\naws_secret_access_key = \(secret)\n"
    }

    @Test func `keys of a profile sign, and STS names their owner`() async throws {
        let home = try Self.home(
            credentials: Self.profile("team"), config: "[profile team]\nregion = us-east-1\n")
        let server = try await DoctorProcess.serving([]) { endpoint in
            let result = try await DoctorProcess.run(
                ["check", "--profile", "team", "--identity", "--endpoint-url", endpoint, "--format", "json"],
                environment: Self.environment(home))
            #expect(result.status == 0, "\(result.everything)")
            let report = try JSONValue(parsing: result.output)
            let findings = report["findings"]?.arrayValue ?? []
            let identity = try #require(findings.first { $0["check"]?.stringValue == "identity" })
            #expect(identity["code"]?.stringValue == FindingCode.identityKnown.spelling)
            #expect(identity["evidence"]?["arn"]?.stringValue == "arn:aws:iam::123456789012:user/example-user")
            #expect(report["models"]?.arrayValue?.first?["verdict"]?.stringValue == "accessible")
            #expect(!result.everything.contains(Self.secret))
        }
        // The question to STS and the call; the two unsigned probes ask for the time and the network.
        #expect(server.errors.contains("2 simulated, 0 refused"), "\(server.errors)")
    }

    @Test func `a wrong secret is told from a policy without the AWS CLI`() async throws {
        let wrong = "k7Qw/2LrXz+9TfVbN4mHcJ8sYpD1gA6uEoR3iKtZ"
        let home = try Self.home(credentials: Self.profile("team", secret: wrong))
        _ = try await DoctorProcess.serving([]) { endpoint in
            let result = try await DoctorProcess.run(
                ["env", "--profile", "team", "--identity", "--region", "us-east-1", "--endpoint-url", endpoint],
                environment: Self.environment(home))
            #expect(result.status == 1)
            #expect(result.output.contains(FindingCode.identitySecretWrong.spelling), "\(result.everything)")
            #expect(!result.everything.contains(wrong))
        }
    }

    @Test func `a single sign-on profile goes through the AWS CLI`() async throws {
        let config =
            "[profile sso]\nsso_session = corp\nregion = us-east-1\n[sso-session corp]\nsso_region = us-east-1\n"
        let home = try Self.home(
            config: config,
            aws: """
                [ "$*" = "configure export-credentials --profile sso --format process" ] || exit 9
                echo '{"Version":1,"AccessKeyId":"\(Self.keyID)","SecretAccessKey":"\(Self.secret)"}'
                """)
        _ = try await DoctorProcess.serving([]) { endpoint in
            let result = try await DoctorProcess.run(
                ["check", "--profile", "sso", "--endpoint-url", endpoint], environment: Self.environment(home))
            #expect(result.status == 0, "\(result.everything)")
            #expect(result.output.contains("through the AWS CLI"))
        }
    }

    @Test(
        arguments: [
            (
                "echo 'Token has expired and refresh failed' >&2; exit 255",
                FindingCode.credentialsProfileFailed.spelling,
                "aws sso login --profile sso"
            ),
            (
                "echo \"aws: error: argument subcommand: Invalid choice\" >&2; exit 252",
                FindingCode.credentialsProfileNeedsCLI.spelling, nil
            ),
            ("echo nothing", FindingCode.credentialsProfileFailed.spelling, "aws sso login --profile sso"),
            ("exec sleep 60", FindingCode.credentialsProfileFailed.spelling, nil),
        ] as [(String, String, String?)])
    func `an AWS CLI that gives nothing is a clean failure`(script: String, code: String, next: String?) async throws {
        let home = try Self.home(config: "[profile sso]\nsso_start_url = https://x\n", aws: script)
        let result = try await DoctorProcess.run(
            ["env", "--profile", "sso", "--timeout", "3", "--format", "json"], environment: Self.environment(home))
        #expect(result.status == 1, "\(result.everything)")
        let finding = try #require(try JSONValue(parsing: result.output)["findings"]?.arrayValue?.first)
        #expect(finding["code"]?.stringValue == code)
        if let next {
            #expect(finding["remedies"]?.arrayValue?.first?["command"]?.stringValue == next)
        }
    }

    @Test func `no credential process is run without the AWS CLI`() async throws {
        let home = try Self.home(config: "")
        let mark = home.path + "/ran"
        try "[profile p]\ncredential_process = /usr/bin/touch \(mark)\n".write(
            toFile: home.path + "/.aws/config", atomically: true, encoding: .utf8)
        let result = try await DoctorProcess.run(
            ["env", "--profile", "p"], environment: ["HOME": home.path, "PATH": home.path + "/bin"])
        #expect(result.output.contains(FindingCode.credentialsProfileNeedsCLI.spelling), "\(result.everything)")
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test func `with --prx the default profile and its region count as they do for PRX`() async throws {
        let home = try Self.home(
            credentials: Self.profile("default"), config: "[default]\nregion = eu-central-1\n")
        let result = try await DoctorProcess.run(
            ["env", "--prx", "--format", "json"],
            environment: Self.environment(home).merging(["AWS_REGION": "us-west-2", "AWS_PROFILE": "x"]) { $1 })
        let report = try JSONValue(parsing: result.output)
        #expect(report["target"]?["region"]?.stringValue == "eu-central-1")
        let codes = report["findings"]?.arrayValue?.compactMap { $0["code"]?.stringValue } ?? []
        #expect(codes.contains(FindingCode.regionPRXIgnoresEnvironment.spelling), "\(codes)")
    }

    @Test func `a next command keeps the mock and corrects the region`() async throws {
        let region = try await DoctorProcess.run(["check", "--region", "us-east1", "--timeout", "9"])
        #expect(region.output.contains("doctor check --region us-east-1 --timeout 9"), "\(region.everything)")
        let model = try await DoctorProcess.run(["check", "--mock", "--model", "amazon.nova-micro-v1.0"])
        #expect(model.output.contains("doctor check --mock --model amazon.nova-micro-v1:0"), "\(model.everything)")
    }

    @Test func `the cap on requests holds, and says so`() async throws {
        let home = try Self.home(credentials: Self.profile("team"))
        let server = try await DoctorProcess.serving([]) { endpoint in
            let result = try await DoctorProcess.run(
                [
                    "models", "--models", "amazon.nova-micro-v1:0,amazon.nova-lite-v1:0,amazon.nova-pro-v1:0",
                    "--regions", "us-east-1", "--concurrency", "1", "--max-requests", "2", "--profile", "team",
                    "--endpoint-url", endpoint, "--format", "json",
                ], environment: Self.environment(home))
            let report = try JSONValue(parsing: result.output)
            let cells = report["models"]?.arrayValue ?? []
            #expect(cells.count == 3)
            #expect(cells.last?["code"]?.stringValue == FindingCode.requestLimitReached.spelling)
            #expect(cells.last?["status"]?.stringValue == "unknown")
            #expect(
                report["notes"]?.arrayValue?.contains { $0.stringValue?.contains("--max-requests 2") == true } == true)
        }
        #expect(server.errors.contains("2 requests on 1 connection"), "\(server.errors)")
    }

    @Test func `the documentation's pair signs`() async throws {
        let result = try await DoctorProcess.run(
            ["sign", "--time", "20150830T123600Z"],
            environment: [
                "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                "AWS_REGION": "us-east-1",
            ])
        #expect(result.status == 0, "\(result.everything)")
        #expect(result.output.contains("Credential=AKIDEXAMPLE/20150830/us-east-1/bedrock/aws4_request"))
    }
}
