import Codes
import Diagnosis
import Report
import Testing

@Suite("Where the process runs")
struct PlaceTests {
    private static let wsl = PlaceFacts(kernel: "Linux version 5.15.153.1-microsoft-standard-WSL2", hasSystemd: true)

    static let clocks: [(String, PlaceFacts, [String: String], String?)] = [
        ("systemd", PlaceFacts(hasSystemd: true), [:], "sudo timedatectl set-ntp true"),
        ("systemd as root", PlaceFacts(hasSystemd: true, isRoot: true), [:], "timedatectl set-ntp true"),
        ("chrony", PlaceFacts(hasSystemd: true, programs: ["chronyc"]), [:], "sudo chronyc makestep"),
        ("Docker", PlaceFacts(hasContainerMark: true, hasSystemd: true), [:], nil),
        ("Kubernetes", PlaceFacts(), ["KUBERNETES_SERVICE_HOST": "10.0.0.1"], nil),
        ("WSL", wsl, [:], "sudo hwclock -s"),
        ("Docker Desktop", PlaceFacts(hasContainerMark: true, kernel: wsl.kernel), [:], nil),
        ("a Mac", PlaceFacts(isMac: true), [:], "sudo sntp -sS time.apple.com"),
        ("nothing known", PlaceFacts(), [:], nil),
    ]

    @Test("the clock is set where it is kept", arguments: clocks)
    func clock(name: String, facts: PlaceFacts, variables: [String: String], command: String?) {
        var report = Report(tool: .init(version: "0"), command: "clock", startedAt: "")
        report.findings = [
            Finding(
                code: .clockBehind, check: .clock, status: .fail, title: "", detail: "",
                remedies: [.advice("Set the clock", .setClock)])
        ]
        let remedies = report.placed(at: Place(facts, variables: variables)).findings[0].remedies
        #expect(remedies.first?.command == command, "\(name)")
        #expect(!remedies.isEmpty && remedies.allSatisfy { $0.step != .setClock })
    }

    static let issuers: [([String: String], PlaceFacts, Place.Issuer)] = [
        (["AWS_LAMBDA_FUNCTION_NAME": "f", "AWS_EXECUTION_ENV": "AWS_Lambda_python3.12"], PlaceFacts(), .lambda),
        (
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE":
                    "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
            ], PlaceFacts(), .podIdentity
        ),
        (
            ["AWS_WEB_IDENTITY_TOKEN_FILE": "/var/run/t", "AWS_ROLE_ARN": "arn:aws:iam::1:role/r"], PlaceFacts(),
            .webIdentity
        ),
        (["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/credentials/x"], PlaceFacts(), .ecs),
        (["GITHUB_ACTIONS": "true"], PlaceFacts(), .githubActions),
        ([:], PlaceFacts(machineVendor: "Amazon EC2"), .instance),
        (["AWS_EXECUTION_ENV": "CloudShell"], PlaceFacts(machineVendor: "Amazon EC2"), .cloudShell),
        ([:], PlaceFacts(hasContainerMark: true), .container),
        (["KUBERNETES_SERVICE_HOST": "10.0.0.1"], PlaceFacts(machineVendor: "Amazon EC2"), .pod),
    ]

    @Test("who hands out credentials", arguments: issuers)
    func issuer(variables: [String: String], facts: PlaceFacts, issuer: Place.Issuer) {
        #expect(Place(facts, variables: variables).issuer == issuer)
    }

    @Test("the remedy of the place comes first, and names the AWS CLI where it is missing")
    func first() throws {
        let variables = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x", "AWS_REGION": "us-east-1"]
        for hasCLI in [true, false] {
            let facts = EnvironmentFacts(
                variables: variables,
                profileFiles: [
                    ProfileFile(
                        path: "/root/.aws/config", kind: .config,
                        state: .readable([ProfileFile.Profile(name: "default", source: .sso)]))
                ],
                place: PlaceFacts(programs: hasCLI ? ["aws"] : []), now: EnvironmentCase.now)
            let missing = try #require(facts.diagnosis.findings.first { $0.code == .credentialsMissing })
            let remedy = try #require(missing.remedies.first)
            #expect(remedy.text.contains("task role"))
            #expect(
                remedy.command == (hasCLI ? #"eval "$(aws configure export-credentials --format env)""# : nil))
            #expect(remedy.text.contains("which is not here") == !hasCLI)
        }
    }
}
