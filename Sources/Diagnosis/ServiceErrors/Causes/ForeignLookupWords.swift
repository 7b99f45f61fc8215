import Evidence

/// What the C library and Windows say of a name without an address in other languages than English: Python, .NET, Rust
/// and PHP pass their words on.
enum ForeignLookupWords {
    static let all: [WordPhrase] = [
        // German, Dutch, Swedish, Danish, Norwegian
        "namensauflösung", "name oder dienst nicht bekannt", "kein solcher host bekannt",
        "angegebene host ist unbekannt|nicht", "naamsherleiding", "naam of dienst niet bekend", "namnuppslagning",
        "namnet eller tjänsten inte känt", "navneopslag|navneoppslag", "navn eller tjeneste ikke kendt|kjent|ukendt",
        // French, Spanish, Portuguese, Italian, Catalan, Romanian
        "résolution du nom", "résolution de nom|noms", "nom ou service inconnu", "hôte inconnu",
        "resolución del|de nombre|nombres", "nombre o servicio desconocido", "host desconocido",
        "host conocido no este",
        "resolução de|do nome|nomes", "nome ou serviço desconhecido", "host desconhecido|conhecido",
        "risoluzione del|dei nome|nomi", "nome o servizio sconosciuto", "host sconosciuto", "resolució del nom",
        "nom o servei desconegut", "rezolvarea numelui|numelor",
        // Polish, Czech, Russian, Ukrainian, Turkish, Hungarian, Finnish
        "rozwiązywaniu|rozwiązywania|rozwiązania nazwy|nazw", "nieznana nazwa lub usługa",
        "překladu|překlad|rozlišení jména|jmen|názvu", "neznámé jméno nebo služba",
        "разрешении|разрешения имен|имён|имени",
        "имя или служба не известны|известна", "этот хост неизвестен", "визначенні|визначення імен|імені",
        "ad çözümlemesi|çözümlemesinde|çözünürlüğünde", "ad ya da|veya hizmet bilinmiyor", "névfeloldás|névfeloldási",
        "nimenselvitys|nimenselvityksessä|nimipalvelu*",
        // Japanese, Chinese, Korean: without blanks, a sentence is one word.
        "名前解決*", "名前またはサービス*", "そのようなホストは不明です*", "域名解析*", "名称解析*", "未知的名称或服务*",
        "不知道这样的主机*", "無法解析*", "이름|이름이나|이름을 혹은|서비스를|해석|확인|분석",
        "알려진 호스트가 없습니다",
    ]
}
