import Codes
import Foundation
import TestSupport
import Testing

/// The README's table of exit statuses, each by the command that reaches it.
@Suite(.live) struct ExitStatusTests {
    private static let credentials = [
        "AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret,
    ]

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            (["check", "--mock"], 0), (["--mock"], 0), (["env", "--mock"], 0), (["clock", "--mock"], 0),
            (["vectors"], 0), (["sign", "--mock"], 0), (["explain", FindingCode.regionDefaultUsed.spelling], 0),
            (["explain", "--list"], 0),
            (["models", "--mock"], 1), (["env"], 1), (["check", "--mock", "--model", "amazon.no-such-model-v9:0"], 1),
            // Nothing listens on port 1: asked for a verdict on a model alone, nothing was found out.
            (["models", "--region", "us-east-1", "--endpoint-url", "http://127.0.0.1:1"], 2),
            (["models", "--region", "us-east-1", "--endpoint-url", "http://127.0.0.1:1", "--strict"], 1),
            // The client's own status, or what its run proves.
            (["serve", "--", "/bin/sh", "-c", "exit 7"], 7), (["serve", "--", "/bin/sh", "-c", "kill -9 $$"], 137),
            (["serve", "--", "/nonexistent/client"], 127), (["serve", "--", "/etc"], 126),
            (["serve", "--", "/bin/true"], 2), (["serve", "--strict", "--", "/bin/true"], 1),
            (["serve", "--explain", "--", "/bin/true"], 2),
            (["check", "--frobnicate"], 64), (["frobnicate"], 64), (["explain"], 64),
            (["explain", "no-such-code"], 64),
            (["check", "--mock", "--endpoint-url", "http://127.0.0.1:1"], 64),
            (["clock", "--mock", "--samples", "9"], 64),
            (["env", "--timeout", "0"], 64), (["env", "--format", "json", "--format", "text"], 64),
            (["vectors", "/nonexistent"], 65), (["replay", "/nonexistent"], 65),
            (["serve", "--account", "/nonexistent"], 65), (["serve", "--recordings", "/nonexistent"], 65),
            (["env", "--mock", "--output", "/nonexistent/report"], 65),
        ] as [([String], Int32)])
    func `each ending has its status`(arguments: [String], status: Int32) async throws {
        let needsCredentials = arguments.first == "models" && arguments.contains("--endpoint-url")
        let result = try await DoctorProcess.run(
            arguments, environment: needsCredentials ? Self.credentials : [:])
        #expect(result.status == status, "\(result.everything)")
    }

    @Test(
        .timeLimit(.minutes(10)), arguments: ["garbage", "ftp://x", "https://u:p@h/", "https://[::1]:99999/"],
        [["sign"], ["clock"], ["models", "--models", "amazon.nova-micro-v1:0"], ["check"]])
    func `an endpoint that is no URL is a finding of every command`(_ endpoint: String, arguments: [String])
        async throws
    {
        let environment = [
            "AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret,
            "AWS_ENDPOINT_URL": endpoint,
        ]
        let result = try await DoctorProcess.run(arguments, environment: environment)
        #expect(result.status == 1, "\(result.everything)")
        #expect(result.output.contains(FindingCode.configEndpointMalformed.spelling))
    }

    @Test(arguments: ["", " ", "../x", "a/b", "\u{E9}"])
    func `a region that is no name is a finding or wrong usage, never an internal error`(_ region: String) async throws
    {
        let environment = ["AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret]
        for command in ["sign", "clock", "models"] {
            let result = try await DoctorProcess.run([command, "--region", region], environment: environment)
            #expect(result.status == 1, "\(command): \(result.everything)")
            #expect(result.output.contains("region-"))
        }
        let models = try await DoctorProcess.run(["models", "--regions", region + ","], environment: environment)
        #expect(models.status == 64, "\(models.everything)")
    }

    @Test func `a walk over recordings leaves simulated accounts alone`() async throws {
        let result = try await DoctorProcess.run(["replay", DoctorProcess.checkout + "/recordings"])
        #expect(result.status == 0, "\(result.everything)")
        let named = try await DoctorProcess.run(["replay", DoctorProcess.checkout + "/recordings/accounts"])
        #expect(named.status == 65, "\(named.everything)")
    }

    @Test(arguments: [
        ["help"], ["--help"], ["help", "serve"], ["serve", "--help"], ["help", "check"], ["--version"],
    ])
    func `help and version are results`(arguments: [String]) async throws {
        let result = try await DoctorProcess.run(arguments)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty && !result.output.isEmpty)
        #expect(arguments.contains("--version") || result.output.contains("OVERVIEW: "))
    }

    @Test func `a right client under strict is right, however it finds out that the server is there`() async throws {
        let result = try await DoctorProcess.run(["serve", "--strict", "--", DoctorProcess.binary, "check"])
        #expect(result.status == 0, "\(result.everything)")
        #expect(result.errors.contains("2 unsigned probes of the server itself"))
    }

    @Test func `the format does not change the status`() async throws {
        for format in ["text", "json", "junit", "github", "html"] {
            #expect(try await DoctorProcess.run(["env", "--format", format]).status == 1)
        }
    }

    @Test func `strict turns warnings into failures`() async throws {
        let environment = ["AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret]
        #expect(try await DoctorProcess.run(["env"], environment: environment).status == 0)
        #expect(try await DoctorProcess.run(["env", "--strict"], environment: environment).status == 1)
    }

    @Test(.timeLimit(.minutes(10)))
    func `an interrupted run tells what it has and ends with 130`() async throws {
        let server = try await DoctorProcess.serving(["--latency", "600000"]) { endpoint in
            let result = try await DoctorProcess.interrupted(
                ["models", "--models", "amazon.nova-micro-v1:0", "--endpoint-url", endpoint, "--format", "json"],
                environment: ["AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret]
            ) { run in
                // It says what it is going to ask when signals are already trapped.
                try await run.waitForLog("asking 1 cell")
            }
            #expect(result.status == 130)
            #expect(result.output.contains("interrupted: this is what was found until then"))
            // What was not reached can be asked again by the report.
            #expect(result.output.contains("not reached: the run was interrupted"), "\(result.output)")
        }
        #expect(server.status == 0)
    }
}
