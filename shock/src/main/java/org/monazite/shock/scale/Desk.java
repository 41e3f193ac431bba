package org.monazite.shock.scale;

/// Scratch space of one thread: rows of one tile.
final class Desk {

    final float[] arrived;
    final float[] weight;
    final float[] stock;
    final float[] ratio;
    final float[] made;
    final float[] want;
    final float[] least;
    final float[] cut;
    final double[] unmet;
    final Division division = new Division();
    float touched; // keeps what Gather.touch returns from being optimised away

    Desk(int width) {
        int size = Layout.TILE * width;
        this.arrived = new float[size];
        this.weight = new float[size];
        this.stock = new float[size];
        this.ratio = new float[size];
        this.made = new float[size];
        this.want = new float[size];
        this.least = new float[size];
        this.cut = new float[size];
        this.unmet = new double[width];
    }
}
