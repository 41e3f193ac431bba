package org.monazite.supply;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Turns a network into bytes and back: little-endian, versioned, nothing of Java's own serialisation. The same
/// network gives the same bytes on every machine; their SHA-256 is its digest.
public final class NetworkCodec {

    private static final long MAGIC = 0x3154454E_5A4D4E4FL; // "ONMZNET1", read backwards
    private static final int VERSION = 1;

    private NetworkCodec() {}

    /// Returns the bytes of a network, from position 0 to its limit.
    public static ByteBuffer encode(SupplyNetwork network) {
        Bytes out = new Bytes();
        out.putLong(MAGIC);
        out.putInt(VERSION);
        NetworkId.Draft draft = network.draft();
        out.putText(draft.atlas());
        out.putText(draft.chain());
        out.putInt(draft.year());
        out.putInt(draft.grain().ordinal());
        out.putInt(draft.unit().ordinal());
        out.putList(network.places(), NetworkCodec::putPlace);
        out.putList(network.products(), NetworkCodec::putProduct);
        out.putList(network.routes(), NetworkCodec::putRoute);
        putNodes(out, network.nodes());
        putCells(out, network.cells());
        putArcs(out, network.arcs());
        putStocks(out, network.stocks());
        putDemands(out, network.demands());
        out.putInt(network.citations().size());
        for (int set = 0; set < network.citations().size(); set++) {
            out.putList(network.citations().of(set), NetworkCodec::putCitation);
        }
        out.putInt(network.covariance().isPresent() ? 1 : 0);
        network.covariance().ifPresent(factor -> {
            out.putInt(factor.factors);
            out.putInts(factor.first);
            out.putInts(factor.factor);
            out.putDoubles(factor.value);
        });
        return out.toBuffer();
    }

    /// Reads a network.
    ///
    /// @throws IllegalArgumentException if the bytes are not a network of this version, or do not balance
    public static SupplyNetwork decode(ByteBuffer bytes) {
        Bytes in = new Bytes(bytes);
        if (in.getLong() != MAGIC) {
            throw new IllegalArgumentException("These bytes are not an encoded network.");
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "The network is encoded in version %d; this program reads %d. Maybe".formatted(version, VERSION)
                            + " build the atlas again: `./monazite data build`.");
        }
        NetworkId.Draft draft = new NetworkId.Draft(
                in.getText(),
                in.getText(),
                in.getInt(),
                NetworkId.Grain.values()[in.getInt()],
                Unit.values()[in.getInt()]);
        SupplyNetwork.Tables tables = new SupplyNetwork.Tables(
                in.getList(NetworkCodec::getPlace),
                in.getList(NetworkCodec::getProduct),
                in.getList(NetworkCodec::getRoute),
                getNodes(in),
                getCells(in),
                getArcs(in),
                getStocks(in),
                getDemands(in),
                getCitations(in));
        Optional<Covariance> covariance = in.getInt() == 0
                ? Optional.empty()
                : Optional.of(new Covariance(in.getInt(), in.getInts(), in.getInts(), in.getDoubles()));
        return new SupplyNetwork(draft, tables, covariance);
    }

    static String digest(SupplyNetwork network) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(encode(network));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not.", e);
        }
    }

    private static void putPlace(Bytes out, Place place) {
        out.putText(place.code());
        out.putText(place.nameEn());
        out.putText(place.nameJa());
    }

    private static Place getPlace(Bytes in) {
        return new Place(in.getText(), in.getText(), in.getText());
    }

    private static void putProduct(Bytes out, Product product) {
        switch (product) {
            case Product.Mineral mineral -> {
                out.putInt(0);
                out.putText(mineral.id());
                out.putText(mineral.material().id());
                out.putText(mineral.material().symbol());
                out.putText(mineral.material().nameEn());
                out.putText(mineral.material().nameJa());
                out.putText(mineral.stage().id());
                out.putText(mineral.basis().label());
                out.putText(mineral.nameEn());
                out.putText(mineral.nameJa());
            }
            case Product.Sector sector -> {
                out.putInt(1);
                out.putText(sector.classification());
                out.putText(sector.code());
            }
        }
    }

    private static Product getProduct(Bytes in) {
        if (in.getInt() == 1) {
            return new Product.Sector(in.getText(), in.getText());
        }
        return new Product.Mineral(
                in.getText(),
                new Material(in.getText(), in.getText(), in.getText(), in.getText()),
                Stage.of(in.getText()),
                new Basis(in.getText()),
                in.getText(),
                in.getText());
    }

    private static void putRoute(Bytes out, Route route) {
        out.putText(route.from());
        out.putText(route.to());
        out.putText(route.name());
        out.putDouble(route.days());
        out.putDouble(route.lowDays());
        out.putDouble(route.highDays());
        out.putList(route.lanes(), Bytes::putText);
        out.putList(route.detours(), (to, detour) -> {
            to.putText(detour.lane());
            to.putDouble(detour.extraDays());
        });
        out.putInt(route.flag().ordinal());
    }

    private static Route getRoute(Bytes in) {
        return new Route(
                in.getText(),
                in.getText(),
                in.getText(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getList(Bytes::getText),
                in.getList(from -> new Route.Detour(from.getText(), from.getDouble())),
                Flag.values()[in.getInt()]);
    }

    private static void putNodes(Bytes out, Nodes nodes) {
        out.putBytes(nodes.keys.text());
        out.putInts(nodes.keys.start());
        out.putInts(nodes.place);
        out.putInts(nodes.product);
        out.putBytes(nodes.kind);
        out.putDoubles(nodes.output);
        out.putDoubles(nodes.outputLow);
        out.putDoubles(nodes.outputHigh);
        out.putDoubles(nodes.capacity);
        out.putDoubles(nodes.valueAddedUsd);
        out.putDoubles(nodes.valueAddedLow);
        out.putDoubles(nodes.valueAddedHigh);
        out.putInts(nodes.site);
        out.putBytes(nodes.flag);
        out.putInts(nodes.citationSet);
    }

    private static Nodes getNodes(Bytes in) {
        return new Nodes(
                new Keys(in.getBytes(), in.getInts()),
                in.getInts(),
                in.getInts(),
                in.getBytes(),
                in.getColumns(7),
                in.getInts(),
                in.getBytes(),
                in.getInts());
    }

    private static void putCells(Bytes out, Cells cells) {
        out.putInts(cells.first);
        out.putInts(cells.node);
        out.putInts(cells.product);
        out.putDoubles(cells.perUnit);
        out.putDoubles(cells.perUnitLow);
        out.putDoubles(cells.perUnitHigh);
        out.putDoubles(cells.unknownOrigin);
        out.putBytes(cells.criticality);
        out.putBytes(cells.flag);
        out.putInts(cells.citationSet);
        out.putInts(cells.firstIn);
        out.putInts(cells.arcIn);
    }

    private static Cells getCells(Bytes in) {
        return new Cells(
                in.getInts(),
                in.getInts(),
                in.getInts(),
                in.getColumns(4),
                in.getBytes(),
                in.getBytes(),
                in.getInts(),
                new int[][] {in.getInts(), in.getInts()});
    }

    private static void putArcs(Bytes out, Arcs arcs) {
        out.putInts(arcs.first);
        out.putInts(arcs.supplier);
        out.putInts(arcs.buyer);
        out.putInts(arcs.cell);
        out.putDoubles(arcs.perYear);
        out.putDoubles(arcs.low);
        out.putDoubles(arcs.high);
        out.putInts(arcs.lagDays);
        out.putInts(arcs.route);
        out.putBytes(arcs.marks);
        out.putBytes(arcs.flag);
        out.putInts(arcs.citationSet);
    }

    private static Arcs getArcs(Bytes in) {
        return new Arcs(
                in.getInts(),
                new int[][] {in.getInts(), in.getInts(), in.getInts()},
                in.getColumns(3),
                in.getInts(),
                in.getInts(),
                in.getBytes(),
                in.getBytes(),
                in.getInts());
    }

    private static void putStocks(Bytes out, Stocks stocks) {
        out.putBytes(stocks.kind);
        out.putInts(stocks.holder);
        out.putInts(stocks.cell);
        out.putDoubles(stocks.amount);
        out.putDoubles(stocks.low);
        out.putDoubles(stocks.high);
        out.putDoubles(stocks.releasePerDay);
        out.putBytes(stocks.flag);
        out.putInts(stocks.citationSet);
    }

    private static Stocks getStocks(Bytes in) {
        return new Stocks(in.getBytes(), in.getInts(), in.getInts(), in.getColumns(4), in.getBytes(), in.getInts());
    }

    private static void putDemands(Bytes out, Demands demands) {
        out.putInts(demands.node);
        out.putInts(demands.place);
        out.putBytes(demands.useClass);
        out.putDoubles(demands.perYear);
        out.putDoubles(demands.low);
        out.putDoubles(demands.high);
        out.putDoubles(demands.lossUsd);
        out.putBytes(demands.flag);
        out.putInts(demands.citationSet);
    }

    private static Demands getDemands(Bytes in) {
        return new Demands(in.getInts(), in.getInts(), in.getBytes(), in.getColumns(4), in.getBytes(), in.getInts());
    }

    private static void putCitation(Bytes out, Citation citation) {
        out.putText(citation.figureId());
        out.putText(citation.sourceId());
        out.putText(citation.locator());
        out.putText(citation.quote());
    }

    private static Citations getCitations(Bytes in) {
        int sets = in.getInt();
        List<List<Citation>> all = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            all.add(in.getList(from -> new Citation(from.getText(), from.getText(), from.getText(), from.getText())));
        }
        return new Citations(all);
    }
}
