import Diagnosis
import JSONText
import Report
import TestSupport
import Testing

@Suite("Hostile environments")
struct HostileEnvironmentTests {
    static let names = [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION",
        "AWS_REGION_NAME", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_PROFILE", "AWS_SECURITY_TOKEN",
        "AWS_BEARER_TOKEN_BEDROCK", "AWS_CREDENTIAL_EXPIRATION", "AWS_ROLE_ARN", "AWS_CONFIG_FILE", "HTTPS_PROXY",
        "https_proxy", "NO_PROXY", "no_proxy", "AWS_USE_FIPS_ENDPOINT", "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "aws_access_key_id", "AWS_REGOIN",
    ]

    /// Linux gives a process no longer variable (MAX_ARG_STRLEN).
    private static let longest = 131_072

    static let values: [LongText] = [
        "\u{1B}[2J\u{1B}]0;title\u{7}", "line\nbreak\r\n::error::forged", "\u{0}\u{1}\u{7F}", "\u{FFFD}\u{FFFD}",
        "\u{202E}gpj.exe",
        "$(touch /tmp/x); `id` 'x' \"y\"", "'; rm -rf / #", "\u{9B}31m", "\u{2028}\u{2029}",
        LongText(repeating: "A", count: longest),
        LongText(repeating: "\u{1B}", count: longest), LongText(repeating: "a,", count: longest / 2), "%00%0a%1b",
        "https://\u{1B}[31m/",
        LongText("e" + String(repeating: "\u{301}", count: 5000)),
    ]

    private func texts(_ findings: [Finding]) -> [String] {
        findings.flatMap { finding in
            [finding.title, finding.detail, finding.json().text(.compact)]
                + finding.remedies.flatMap { [$0.text, $0.command ?? ""] } + strings(.object(finding.evidence))
        }
    }

    private func strings(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let items): items.flatMap(strings)
        case .object(let object): object.flatMap { [$0.name] + strings($0.value) }
        default: []
        }
    }

    @Test("no control character reaches a finding, and no endless text", arguments: values)
    func everywhere(long: LongText) {
        let value = long.text
        let variables = Dictionary(uniqueKeysWithValues: Self.names.map { ($0, value) })
        let configuration = PRXConfigurationFact(
            path: "/home/" + value, isDirectoryFromVariable: true,
            state: .read(
                PRXConfiguration(top: .init(provider: "bedrock", model: value), default: .init(provider: value))))
        let facts = EnvironmentFacts(
            variables: variables,
            profileFiles: [
                ProfileFile(
                    path: value, kind: .config,
                    state: .readable([ProfileFile.Profile(name: value, source: .sso, region: value)]))
            ],
            trustFiles: [TrustFile(variable: "AWS_CA_BUNDLE", path: value, state: .unreadable(reason: value))],
            configuration: configuration, now: EnvironmentCase.now)
        let findings = facts.diagnosis.findings
        #expect(findings.contains { $0.status == .fail })
        for text in texts(findings) {
            #expect(text.utf8.count < 10_000)
            #expect(text.unicodeScalars.allSatisfy(PrintableText.isPlain), "\(PrintableText.escaped(text))")
        }
    }

    @Test("a name that no shell takes is never put into a command")
    func hostileNames() {
        let variables = ["aws-access-key-id": "x y", "AWS_REGIO\u{1B}": "z", "AWS_REGION;": "us-east-1"]
        for finding in EnvironmentCase.facts(variables).diagnosis.findings {
            for remedy in finding.remedies {
                #expect(remedy.command?.contains("aws-access-key-id") != true)
                #expect(remedy.command?.contains("AWS_REGION;") != true)
            }
        }
    }
}

@Suite("Secrets stay secret")
struct SecretTests {
    /// Environments whose secrets are in odd places and odd forms.
    static let environments: [EnvironmentCase] = [
        EnvironmentCase("good", EnvironmentCase.session, []),
        EnvironmentCase(
            "swapped",
            ["AWS_ACCESS_KEY_ID": EnvironmentCase.secret, "AWS_SECRET_ACCESS_KEY": EnvironmentCase.accessKeyID], []),
        EnvironmentCase(
            "quoted", EnvironmentCase.pair.adding(["AWS_SECRET_ACCESS_KEY": "\"\(EnvironmentCase.secret)\""]), []),
        EnvironmentCase(
            "in lines", EnvironmentCase.pair.adding(["AWS_SECRET_ACCESS_KEY": "\(EnvironmentCase.secret)\r\n"]), []),
        EnvironmentCase("twice", EnvironmentCase.session.adding(["AWS_SESSION_TOKEN": EnvironmentCase.secret]), []),
        EnvironmentCase(
            "in the id",
            EnvironmentCase.pair.adding([
                "AWS_ACCESS_KEY_ID": EnvironmentCase.accessKeyID + ":" + EnvironmentCase.secret
            ]), []),
        EnvironmentCase(
            "cut", EnvironmentCase.pair.adding(["AWS_SECRET_ACCESS_KEY": String(EnvironmentCase.secret.prefix(11))]), []
        ),
        EnvironmentCase(
            "misnamed", ["AWS_SECRET_KEY": EnvironmentCase.secret, "aws_session_token": EnvironmentCase.token], []),
        EnvironmentCase("old name", EnvironmentCase.pair.adding(["AWS_SECURITY_TOKEN": EnvironmentCase.token]), []),
        EnvironmentCase("bearer", ["AWS_BEARER_TOKEN_BEDROCK": EnvironmentCase.token], []),
        EnvironmentCase(
            "in a proxy", EnvironmentCase.pair.adding(["HTTPS_PROXY": "http://me:\(EnvironmentCase.secret)@p:1"]), []),
        EnvironmentCase(
            "in a bad proxy",
            EnvironmentCase.pair.adding(["HTTPS_PROXY": "me:\(EnvironmentCase.secret.prefix(20))%40p:1:2"]), []),
        EnvironmentCase(
            "in an endpoint",
            EnvironmentCase.pair.adding(["AWS_ENDPOINT_URL": "https://u:\(EnvironmentCase.secret)@h"]), []),
        EnvironmentCase(
            "in a query",
            EnvironmentCase.pair.adding(["AWS_ENDPOINT_URL": "https://h/?X-Amz-Security-Token=\(EnvironmentCase.token)"]
            ), []),
        EnvironmentCase(
            "container", EnvironmentCase.pair.adding(["AWS_CONTAINER_AUTHORIZATION_TOKEN": EnvironmentCase.secret]), []),
    ]

    @Test("no five characters of a secret are shown, in any finding", arguments: environments)
    func nothingShown(environment: EnvironmentCase) {
        let diagnosis = EnvironmentCase.facts(environment.variables).diagnosis
        var report = Report(tool: Report.Tool(version: "0"), command: "env", startedAt: "")
        report.findings = diagnosis.findings
        let shown = [report.json().text(.compact), "\(diagnosis)", String(reflecting: diagnosis.settings)]
        for secret in [EnvironmentCase.secret, EnvironmentCase.token] {
            let characters = Array(secret)
            let pieces = Set((0...(characters.count - 5)).map { String(characters[$0..<($0 + 5)]) })
            for text in shown {
                for piece in pieces { #expect(!text.contains(piece), "\(piece) is shown") }
            }
        }
    }
}

@Suite("Every code that a finding carries has its page")
struct PageTests {
    @Test("and every finding says what to do, unless nothing is to be done")
    func remedies() {
        for environment in EnvironmentTableTests.credentials + EnvironmentTableTests.endpoints {
            for finding in EnvironmentCase.facts(environment.variables).diagnosis.findings
            where finding.status == .fail || finding.status == .warn {
                #expect(!finding.remedies.isEmpty, "\(finding.code)")
                #expect(!finding.detail.isEmpty && !finding.title.hasSuffix("."), "\(finding.code)")
            }
        }
    }
}
