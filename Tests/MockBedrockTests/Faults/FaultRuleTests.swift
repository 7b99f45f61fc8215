import MockBedrock
import Testing

@Suite struct FaultRuleTests {
    @Test(
        "A rule is read",
        arguments: [
            "reset", "throttle:times=2,retry-after=1", "throttle:retry-after=none", "delay:ms=0",
            "bad-message-crc:after=3,model=us.*,probability=0.5,seed=18446744073709551615",
            "exception:type=throttlingException,event=contentBlockStop", "error-frame:code=X",
            "wrong-content-length:by=-3", "gateway-error:status=529", "silence:after=0",
            "oversize-length:length=4294967295",
            "missing-event:operation=converse-stream",
            "reset:model=arn:aws:bedrock:us-east-1::foundation-model/a.b-v1:0",
        ])
    func good(_ text: String) throws {
        #expect(try FaultRule(parsing: text).description == text)
    }

    @Test(
        "A text that is none says what would be right",
        arguments: [
            ("", "a fault begins with its kind. The kinds are delay, throttle,"),
            ("throtle", "there is no fault of the kind \"throtle\"; did you mean throttle? The kinds are delay,"),
            ("qqqqqqqq", "there is no fault of the kind \"qqqqqqqq\". The kinds are delay,"),
            ("throttle:", "expected NAME=VALUE behind \"throttle:\" or a comma, found \"\"."),
            ("throttle:2", "expected NAME=VALUE behind \"throttle:\" or a comma, found \"2\"."),
            ("throttle:times=2,", "expected NAME=VALUE behind \"throttle:\" or a comma, found \"\"."),
            ("throttle:=2", "expected NAME=VALUE behind \"throttle:\" or a comma, found \"=2\"."),
            ("throttle:tmes=2", "throttle takes no \"tmes\"; did you mean times? It takes retry-after, model,"),
            ("reset:ms=5", "reset takes no \"ms\". It takes model, operation,"),
            ("throttle:times=2,times=3", "times is given twice."),
            ("throttle:times=", "times has no value."),
            ("throttle:times=0", "times takes a whole number from 1 to 1000000000, found \"0\"."),
            ("throttle:times=x", "times takes a whole number from 1 to 1000000000, found \"x\"."),
            ("throttle:retry-after=1.5", "retry-after takes a whole number from 0 to 86400, found \"1.5\"."),
            ("delay", "delay needs ms=N"),
            ("delay:ms=99999999999999999999", "ms takes a whole number from 0 to 3600000,"),
            ("reset:probability=0", "probability takes a number above 0 and up to 1, found \"0\"."),
            ("reset:probability=nan", "probability takes a number above 0 and up to 1, found \"nan\"."),
            ("reset:seed=-1", "seed takes a whole number from 0, found \"-1\"."),
            ("reset:operation=invoke", "there is no operation \"invoke\". It is one of converse, converse-stream."),
            ("cut-frame:operation=converse", "cut-frame is a fault of streams: leave operation out."),
            ("cut-frame:after=1,event=metadata", "after and event exclude each other: give one place."),
            (
                "cut-frame:event=metdata",
                "there is no event \"metdata\"; did you mean metadata? It is one of messageStart,"
            ),
            ("exception:type=ThrottlingException", "did you mean throttlingException?"),
            ("wrong-content-length:by=0", "by=0 makes a right Content-Length."),
            ("gateway-error:status=404", "status takes a whole number from 500 to 599, found \"404\"."),
        ])
    func bad(_ text: String, _ message: String) {
        let error = #expect(throws: FaultRuleError.self) { try FaultRule(parsing: text) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.text == text)
    }

    @Test func `The guide names every kind, and every kind it names is one`() throws {
        let lines = FaultRule.guide.split(separator: "\n").prefix { !$0.hasPrefix("Parameters of every kind") }
        let kinds = lines.compactMap { line -> String? in
            guard line.hasPrefix("  "), !line.hasPrefix("   "), let end = line.firstIndex(of: ":") else { return nil }
            let name = line[line.index(line.startIndex, offsetBy: 2)..<end]
            // What has a value is a parameter.
            return name.contains("=") ? nil : String(name)
        }
        #expect(kinds.count == 27)
        for kind in kinds {
            #expect(throws: Never.self) { try FaultRule(parsing: kind == "delay" ? "delay:ms=1" : kind) }
        }
    }
}
