import EventStream
import TestSupport
import Testing

/// botocore's decoder reads what is encoded here, and frames written by hand in Python are read here.
@Suite(.live, .timeLimit(.minutes(10)), Botocore.isNeeded)
struct BotocoreTests {
    @Test func `botocore decodes what is encoded here`() async throws {
        var random = SeededGenerator(2024)
        let messages = (0..<400).map { _ in RandomMessages.message(&random) }
        var stream: [UInt8] = []
        for message in messages { try EventStreamEncoder().append(message, to: &stream) }
        let lines = try await Botocore.run(
            """
            import sys
            from botocore.eventstream import EventStreamBuffer
            def show(value):
                if isinstance(value, bool): return 'true' if value else 'false'
                if isinstance(value, int): return str(value)
                if isinstance(value, str): return 's' + value.encode().hex()
                return 'b' + value.hex()
            buffer = EventStreamBuffer()
            data = sys.stdin.buffer.read()
            for start in range(0, len(data), 997):
                buffer.add_data(data[start:start + 997])
                for message in buffer:
                    headers = ' '.join(k.encode().hex() + '=' + show(v) for k, v in message.headers.items())
                    print(headers + '|' + message.payload.hex())
            """, input: stream)
        #expect(lines == messages.map(Botocore.show))
    }

    @Test func `frames written in Python are decoded here`() async throws {
        let lines = try await Botocore.run(
            """
            import random, struct, sys
            from binascii import crc32
            random.seed(7)
            def text():
                return ''.join(random.choice('abc019 :\\u00e9\\u65e5\\U0001F600') for _ in range(random.randint(0, 30)))
            def value():
                kind = random.randint(0, 9)
                if kind == 0: return b'\\0', 'true'
                if kind == 1: return b'\\1', 'false'
                if kind in (2, 3, 4, 5, 8):
                    bits, code = {2: (8, 'b'), 3: (16, 'h'), 4: (32, 'i'), 5: (64, 'q'), 8: (64, 'q')}[kind]
                    number = random.randint(-2 ** (bits - 1), 2 ** (bits - 1) - 1)
                    return struct.pack('>B' + code, kind, number), str(number)
                data = random.randbytes(16 if kind == 9 else random.randint(0, 60))
                if kind == 9: return b'\\x09' + data, 'b' + data.hex()
                if kind == 7: data = text().encode()
                return struct.pack('>BH', kind, len(data)) + data, ('s' if kind == 7 else 'b') + data.hex()
            for _ in range(400):
                headers, shown = b'', []
                for index in range(random.randint(0, 9)):
                    name = (str(index) + text()).encode()
                    encoded, text_form = value()
                    headers += struct.pack('>B', len(name)) + name + encoded
                    shown.append(name.hex() + '=' + text_form)
                payload = random.randbytes(random.choice([0, 1, 7, 500, 3000]))
                frame = struct.pack('>II', 16 + len(headers) + len(payload), len(headers))
                frame += struct.pack('>I', crc32(frame)) + headers + payload
                frame += struct.pack('>I', crc32(frame))
                print(frame.hex() + ' ' + ' '.join(shown) + '|' + payload.hex())
            """, input: [])
        #expect(lines.count == 400)
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            let messages = try decode([bytes(hexadecimal: String(parts[0]))])
            #expect(messages.map(Botocore.show) == [String(parts[1])])
        }
    }
}

enum Botocore {
    /// A message in the form that the Python programs print.
    static func show(_ message: EventStreamMessage) -> String {
        func hex(_ bytes: some Sequence<UInt8>) -> String {
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        let headers = message.headers.map { header in
            let value =
                switch header.value {
                case .bool(let value): "\(value)"
                case .int8(let value): "\(value)"
                case .int16(let value): "\(value)"
                case .int32(let value): "\(value)"
                case .int64(let value), .timestamp(let value): "\(value)"
                case .bytes(let value): "b" + hex(value)
                case .string(let value): "s" + hex(value.utf8)
                case .uuid(let value): "b" + value.description.filter { $0 != "-" }
                }
            return hex(header.name.utf8) + "=" + value
        }
        return headers.joined(separator: " ") + "|" + hex(message.payload)
    }

    /// Runs a test only where there is a Python with botocore to ask.
    static var isNeeded: ConditionTrait {
        .enabled("needs python3 with botocore") { (try? await run("import botocore.eventstream", input: [])) != nil }
    }

    /// The lines that a Python program prints.
    static func run(_ program: String, input: [UInt8]) async throws -> [String] {
        let program = try await Program.run("python3", ["-c", program], input: input).succeeded()
        return program.text.split(separator: "\n").map(String.init)
    }
}
