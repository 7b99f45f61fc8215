import Codes
import SignatureForensics

extension WrongSigner {
    static let query: [WrongSigner] = [
        WrongSigner(.queryPlus, .query, "a blank as plus") { signer in
            let right = signer.query
            signer.query = { right($0).replacing("%20", with: "+") }
        },
        WrongSigner(.querySort, .query, "not sorted") {
            $0.query = { query in
                TestSigner.pairs(query) { Percent.encoded($0) }.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
            }
        },
        WrongSigner(
            .queryEmpty, .query, "no equals sign behind a name without a value",
            prepare: { signer in signer.both { $0.query = $0.query.map { $0 + "&verbose" } } },
            mistake: { signer in
                let right = signer.query
                signer.query = { right($0).replacing("verbose=", with: "verbose") }
            }),
        WrongSigner(.queryEncoding, .query, "encoded twice") {
            $0.query = TestSigner.sortedQuery { Percent.encoded(Percent.encoded($0).utf8) }
        },
        WrongSigner(.queryEncoding, .query, "slash and colon bare") {
            $0.query = TestSigner.sortedQuery { Percent.encoded($0, keeping: "/:") }
        },
        WrongSigner(.queryEncoding, .query, "semicolons between the parameters") { signer in
            let right = signer.query
            signer.query = { right($0).replacing("&", with: ";") }
        },
        WrongSigner(.queryEncoding, .query, "in small letters") { signer in
            let right = signer.query
            signer.query = { right($0).lowercased() }
        },
        WrongSigner(.queryInPath, .query, "the query within the path") { $0.queryInPath = true },
    ]
}
