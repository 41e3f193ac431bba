package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;

/// The supply chain of the assessed years: the network of the base year, the works that are decided and
/// those that may be backed, and every way between them.
public final class Chain {

    private final List<Node> nodes;
    private final List<Cell> cells;
    private final List<Relation> relations;
    private final List<Arc> arcs;
    private final List<Sale> sales;
    private final List<List<Integer>> cellsOf;
    private final List<List<Integer>> arcsInto;
    private final List<List<Integer>> arcsFrom;
    private final List<List<Integer>> relationsOf;
    private final List<List<Integer>> arcsOf;
    private final List<List<Integer>> salesOf;

    /// Wires the tables up.
    public Chain(List<Node> nodes, List<Cell> cells, List<Relation> relations, List<Arc> arcs, List<Sale> sales) {
        this.nodes = List.copyOf(nodes);
        this.cells = List.copyOf(cells);
        this.relations = List.copyOf(relations);
        this.arcs = List.copyOf(arcs);
        this.sales = List.copyOf(sales);
        this.cellsOf = empty(nodes.size());
        this.arcsInto = empty(cells.size());
        this.arcsFrom = empty(nodes.size());
        this.relationsOf = empty(nodes.size());
        this.arcsOf = empty(relations.size());
        this.salesOf = empty(nodes.size());
        for (int cell = 0; cell < cells.size(); cell++) {
            cellsOf.get(cells.get(cell).node()).add(cell);
        }
        for (int arc = 0; arc < arcs.size(); arc++) {
            arcsInto.get(arcs.get(arc).cell()).add(arc);
            arcsFrom.get(arcs.get(arc).supplier()).add(arc);
            arcsOf.get(arcs.get(arc).relation()).add(arc);
        }
        for (int relation = 0; relation < relations.size(); relation++) {
            relationsOf.get(relations.get(relation).supplier()).add(relation);
        }
        for (int sale = 0; sale < sales.size(); sale++) {
            salesOf.get(sales.get(sale).node()).add(sale);
        }
    }

    private static List<List<Integer>> empty(int size) {
        List<List<Integer>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    /// Who makes, trades or uses what.
    public List<Node> nodes() {
        return nodes;
    }

    /// What each node takes in.
    public List<Cell> cells() {
        return cells;
    }

    /// Who sells to which place.
    public List<Relation> relations() {
        return relations;
    }

    /// All ways.
    public List<Arc> arcs() {
        return arcs;
    }

    /// Final demand.
    public List<Sale> sales() {
        return sales;
    }

    /// Cells of a node.
    public List<Integer> cellsOf(int node) {
        return cellsOf.get(node);
    }

    /// Arcs into a cell.
    public List<Integer> arcsInto(int cell) {
        return arcsInto.get(cell);
    }

    /// Arcs out of a node.
    public List<Integer> arcsFrom(int node) {
        return arcsFrom.get(node);
    }

    /// Relations of a supplier.
    public List<Integer> relationsOf(int node) {
        return relationsOf.get(node);
    }

    /// Arcs of a relation.
    public List<Integer> arcsOf(int relation) {
        return arcsOf.get(relation);
    }

    /// Sales of a node's product.
    public List<Integer> salesOf(int node) {
        return salesOf.get(node);
    }

    /// The node that buys over an arc.
    public Node buyer(Arc arc) {
        return nodes.get(cells.get(arc.cell()).node());
    }

    /// The node that ships over an arc.
    public Node supplier(Arc arc) {
        return nodes.get(arc.supplier());
    }

    /// True if a ban stops an arc.
    public boolean stops(Ban ban, Arc arc) {
        Node supplier = supplier(arc);
        return ban.hits(supplier.place(), buyer(arc).place(), supplier.product());
    }

    /// Most of a relation over its usual flow in a ban.
    public double most(Ban ban, Relation relation, double relationMost) {
        Node supplier = nodes.get(relation.supplier());
        return ban.most(supplier.place(), relation.place(), supplier.product(), relationMost);
    }
}
