import Codes
import Report
import Testing

@Suite("What to type next")
struct NextStepTests {
    private func run(_ line: String) -> Invocation {
        let words = line.split(separator: " ").map(String.init)
        return Invocation(command: words.first.flatMap { $0.hasPrefix("-") ? nil : $0 } ?? "check", arguments: words)
    }

    private func command(_ step: DoctorStep, after line: String) -> String? {
        NextStep.doctor(step).command(in: run(line))
    }

    @Test("the same command keeps every option of the run, with the one corrected")
    func again() {
        let region = DoctorStep.again(.region("us-east-1", insteadOf: "us-east1"))
        #expect(
            command(region, after: "check --mock --region us-east1 -v --format json")
                == "doctor check --mock --region us-east-1 -v --format json")
        #expect(command(region, after: "--region=us-east1") == "doctor check --region us-east-1")
        #expect(command(region, after: "sign --model a.b") == "doctor sign --model a.b --region us-east-1")
        #expect(
            command(region, after: "models --regions eu-west-1,us-east1 --models a.b")
                == "doctor models --regions eu-west-1,us-east-1 --models a.b")
    }

    @Test("the part of a plan, and an earlier report, belong to one run only")
    func part() {
        #expect(
            command(.everywhere(model: "a.b"), after: "models --mock --shard 3/4 --only-failed old.json")
                == "doctor models --mock --models a.b --regions all")
        #expect(command(.models(region: nil), after: "models --mock --shard 3/4") == nil, "it would repeat the run")
    }

    @Test("the same command does not write over the files of this run")
    func files() {
        #expect(
            command(.everywhere(model: "a.b"), after: "models --mock --format json --output 1.json --timeout 5")
                == "doctor models --mock --timeout 5 --models a.b --regions all")
        #expect(
            command(.everywhere(model: "a.b"), after: "models --format json")
                == "doctor models --format json --models a.b --regions all")
    }

    @Test("another command keeps the options that it takes too")
    func other() {
        let check = DoctorStep.check(region: "us-west-2", model: "us.a.b-v1:0")
        #expect(
            command(check, after: "models --mock --regions us-west-2,us-east-1 --concurrency 4 --timeout 9")
                == "doctor check --mock --timeout 9 --region us-west-2 --model us.a.b-v1:0")
        #expect(
            command(check, after: "models --endpoint-url http://127.0.0.1:1 --profile team")
                == "doctor check --endpoint-url http://127.0.0.1:1 --profile team --region us-west-2 --model us.a.b-v1:0"
        )
        // serve's --region is a list, and its secrets are nobody's next command.
        #expect(
            command(check, after: "serve --region a,b --secret-access-key hunter2")
                == "doctor check --region us-west-2 --model us.a.b-v1:0")
        #expect(
            command(.env, after: "check --model a.b --region eu-west-1 -o x --format json")
                == "doctor env --region eu-west-1")
    }

    @Test("what would only repeat the run is not offered")
    func repetition() {
        #expect(
            command(.check(region: "us-east-1", model: "a.b"), after: "check --model a.b --region us-east-1") == nil)
        #expect(command(.env, after: "env --mock") == nil)
        #expect(command(.identity, after: "env --identity") == nil)
        #expect(command(.identity, after: "env") == "doctor env --identity")
    }

    @Test(
        "a name out of an answer or a file is a name or no command",
        arguments: ["$(reboot)", "a b", "x;y", "--mock", "", "a\nb", "é", String(repeating: "a", count: 600)])
    func hostile(name: String) {
        #expect(command(.check(region: nil, model: name), after: "explain x") == nil)
        #expect(command(.check(region: name, model: nil), after: "explain x") == nil)
    }

    @Test("a profile takes the place of PRX's rule")
    func profile() {
        #expect(
            command(.again(.option("--profile", "team")), after: "env --prx --region us-east-1")
                == "doctor env --region us-east-1 --profile team")
    }

    @Test("a command with a secret is not written down again")
    func secrets() {
        let step = DoctorStep.again(.option("--timeout", "9"))
        #expect(command(step, after: "sign -H Authorization:hunter2") == nil)
        #expect(command(step, after: "serve --access-key-id A --secret-access-key hunter2") == nil)
        #expect(command(step, after: "check --endpoint-url https://u:hunter2@gw.example") == nil)
        #expect(command(.env, after: "check --endpoint-url=https://u:hunter2@gw.example") == nil)
    }

    @Test("what the user typed is quoted where a shell needs it")
    func quoted() {
        let run = Invocation(command: "check", arguments: ["check", "--profile", "my team", "--mock"])
        #expect(
            NextStep.doctor(.again(.option("--timeout", "120"))).command(in: run)
                == "doctor check --profile 'my team' --mock --timeout 120")
    }

    @Test("one model in all regions, never a list")
    func everywhere() {
        #expect(
            command(.everywhere(model: "a.b"), after: "models --models a.b,c.d --region eu-west-1")
                == "doctor models --models a.b --regions all")
    }

    @Test("the AWS CLI gets the profile, and is not asked about a server on this machine")
    func cli() {
        let step = NextStep.aws("bedrock list-foundation-models --region us-east-1")
        #expect(
            step.command(in: run("check --profile team"))
                == "aws bedrock list-foundation-models --region us-east-1 --profile team")
        #expect(step.command(in: run("check --mock")) == nil)
        #expect(step.command(in: run("check --endpoint-url http://localhost:8080")) == nil)
        #expect(step.command(in: run("check --endpoint-url https://gw.example")) != nil)
    }

    @Test("a remedy that is nothing but its command goes with it; advice stays")
    func completion() {
        var report = Report(tool: .init(version: "0"), command: "env", startedAt: "")
        report.findings = [
            Finding(
                code: .regionFound, check: .explain, status: .fail, title: "", detail: "",
                remedies: [
                    Remedy("See the environment", .doctor(.env)), .advice("Wait.", .doctor(.env)), Remedy("Think."),
                ])
        ]
        let completed = report.completed(by: run("env"))
        #expect(completed.findings.first?.remedies.map(\.text) == ["Wait.", "Think."])
        #expect(completed.findings.first?.remedies.allSatisfy { $0.command == nil } == true)
    }
}
