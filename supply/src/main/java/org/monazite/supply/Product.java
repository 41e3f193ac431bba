package org.monazite.supply;

/// What a node makes: a material at a stage, or the output of an industry in a firm network.
public sealed interface Product {

    /// The name in files, such as `dy.oxide`.
    String id();

    /// The name a reader sees, in English.
    String nameEn();

    /// The name a reader sees, in Japanese.
    String nameJa();

    /// A material at a stage, on one basis.
    ///
    /// @param id the name in files, such as `dy.oxide`
    /// @param material the material whose mass is traced
    /// @param stage the step of the chain
    /// @param basis what its tonnes are tonnes of
    /// @param nameEn the name in English
    /// @param nameJa the name in Japanese
    record Mineral(String id, Material material, Stage stage, Basis basis, String nameEn, String nameJa)
            implements Product {

        /// Checks that the id is there.
        public Mineral {
            requireId(id);
        }
    }

    /// The output of an industry, in money.
    ///
    /// @param classification the list the code is from, such as `ISIC4`
    /// @param code the code in that list
    record Sector(String classification, String code) implements Product {

        /// Checks that the code is there.
        public Sector {
            requireId(code);
        }

        @Override
        public String id() {
            return classification + ":" + code;
        }

        @Override
        public String nameEn() {
            return id();
        }

        @Override
        public String nameJa() {
            return id();
        }
    }

    private static void requireId(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A product needs an id.");
        }
    }
}
