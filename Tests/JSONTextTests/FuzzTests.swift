import JSONText
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct FuzzTests {
    @Test func `damaged documents are read or refused, never a crash, and what is read survives writing`() throws {
        var random = SplitMix64(seed: 4)
        var read = 0
        for text in RandomDocuments(seed: 5).texts(count: 1500) {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            do throws(JSONError) {
                let value = try JSONValue(parsing: bytes)
                read += 1
                #expect(try JSONValue(parsing: value.bytes()) == value)
            } catch {
                #expect(error.offset <= bytes.count)
                #expect(error.line >= 1 && error.column >= 1)
                #expect(!error.description.isEmpty)
            }
        }
        #expect(read > 300)
    }

    @Test func `every cut of a document is refused at its end or earlier`() throws {
        let whole = Array(#"{"a":[1.5e+3,"x\u00e9\ud83d\ude00",true,false,null],"b":{"c":"é"}}"#.utf8)
        for length in 0..<whole.count {
            let error = try #require(throws: JSONError.self) { try JSONValue(parsing: Array(whole[..<length])) }
            #expect(error.offset <= length)
        }
    }
}
